package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands end to end, on a small run that they make themselves. */
class TrainedRunTest {
    @TempDir
    private static Path shared;

    private static Path run = Path.of("");
    private static Path sounds = Path.of("");
    private static String closing = "";

    @TempDir
    private Path folder;

    private final Streams streams = new Streams();

    @BeforeAll
    static void train() throws IOException {
        Streams training = new Streams();
        int exit = training.run(
                Main.everyCommand(),
                "train",
                "cats-dogs",
                "--clips",
                "12",
                "--epochs",
                "2",
                "--epoch-steps",
                "3",
                "--batch",
                "4",
                "--folds",
                "2",
                "--device",
                "java",
                "--runs",
                shared.resolve("runs").toString());
        assertThat(exit).as(training.err()).isZero();
        closing = training.out();
        try (Stream<Path> runs = Files.list(shared.resolve("runs"))) {
            run = runs.findFirst().orElseThrow();
        }
        sounds = shared.resolve("sounds");
        Streams synth = new Streams();
        assertThat(synth.run(
                        Main.everyCommand(),
                        "synth",
                        "cats-dogs",
                        "--clips",
                        "2",
                        "--seed",
                        "77",
                        "--out",
                        sounds.toString()))
                .as(synth.err())
                .isZero();
    }

    private int run(String... words) {
        return streams.run(Main.everyCommand(), words);
    }

    @Test
    void closingTableFitsTheTerminalAndHasAllRows() {
        assertThat(closing.lines())
                .allMatch(line -> line.length() <= 80 || line.startsWith("charts") || line.startsWith("run folder"));
        assertThat(closing)
                .contains("aim, synthesised", "always the more frequent class", "logistic regression on log-mel")
                .contains("this network, 3,041 weights", "mean of 2 folds");
    }

    /** Also of the first in an epoch, which is made while the epoch before is being judged. */
    @Test
    void everyBatchIsOnRecord() throws IOException {
        List<Integer> last = steps("metrics.csv");
        int all = last.get(last.size() - 1);
        assertThat(steps("batches.csv"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, all).boxed().toList());
    }

    private static List<Integer> steps(String table) throws IOException {
        return Files.readAllLines(run.resolve(table)).stream()
                .skip(1)
                .map(row -> Integer.valueOf(row.substring(0, row.indexOf(','))))
                .toList();
    }

    @Test
    void runFolderHoldsEverything() throws IOException {
        assertThat(run.resolve("config.json")).exists();
        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(1 + 2 * 2);
        assertThat(Files.readString(run.resolve("timing.json"))).contains("waitedSeconds", "trainedSeconds");
        JsonNode results = JsonMapper.shared().readTree(Files.readAllBytes(run.resolve("results.json")));
        assertThat(results.path("verdicts").size()).isEqualTo(24);
        assertThat(results.path("folds").size()).isEqualTo(2);
        for (String chart : List.of(
                "waveforms",
                "loss",
                "accuracy",
                "confusion-clips",
                "confusion-seconds",
                "gap-by-class",
                "contributions-by-class",
                "classifier-weights",
                "first-filters",
                "first-filters-response",
                "weights",
                "weight-histograms",
                "receptive-field")) {
            for (String ending : List.of(".svg", ".png", ".csv")) {
                assertThat(run.resolve("charts").resolve(chart + ending)).isNotEmptyFile();
            }
        }
    }

    @Test
    void evaluateJudgesEveryClipByTheFoldThatHasNotSeenIt() throws IOException {
        Path json = folder.resolve("all.json");
        assertThat(run("evaluate", run.toString(), "--device", "java", "--json", json.toString()))
                .as(streams.err())
                .isZero();
        JsonNode evaluated = JsonMapper.shared().readTree(Files.readAllBytes(json));
        JsonNode results = JsonMapper.shared().readTree(Files.readAllBytes(run.resolve("results.json")));
        assertThat(evaluated.path("clips").size()).isEqualTo(24);
        for (JsonNode clip : evaluated.path("clips")) {
            assertThat(clip.path("seenInTraining").asBoolean()).isFalse();
            for (JsonNode verdict : results.path("verdicts")) {
                if (verdict.path("clip").asString().equals(clip.path("clip").asString())) {
                    assertThat(clip.path("parts").path(0).path(1).asDouble())
                            .isEqualTo(verdict.path("parts")
                                    .path(0)
                                    .path("probabilities")
                                    .path(1)
                                    .asDouble());
                }
            }
        }
    }

    @Test
    void predictTakesFilesAndFolders() throws IOException {
        Path json = folder.resolve("p.json");
        assertThat(run("predict", run.toString(), sounds.toString(), "--device", "java", "--json", json.toString()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out().lines().filter(line -> line.contains(".wav"))).hasSize(4);
        JsonNode clips = JsonMapper.shared().readTree(Files.readAllBytes(json)).path("clips");
        assertThat(clips.path(0).path("probabilities").path(1).asDouble()).isBetween(0.0, 1.0);
        assertThat(clips.path(0).path("truth").asString()).isEqualTo("cat");
    }

    @Test
    void predictNamesWhatItSkips() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "hello");
        assertThat(run(
                        "predict",
                        run.toString(),
                        sounds.resolve("cat_001.wav").toString(),
                        bad.toString(),
                        "--device",
                        "java"))
                .isZero();
        assertThat(streams.err()).contains("skipped: " + bad + ": byte 0: not a sound file that is known");
        Streams alone = new Streams();
        assertThat(alone.run(Main.everyCommand(), "predict", run.toString(), bad.toString(), "--device", "java"))
                .isEqualTo(Main.WRONG_USE);
        assertThat(alone.err()).startsWith("vitrine: " + bad + ": byte 0: not a sound file that is known");
    }

    @Test
    void inspectWritesEveryLayerAsChartAndNumbers() {
        Path out = folder.resolve("looks");
        assertThat(run(
                        "inspect",
                        run.toString(),
                        "--clip",
                        sounds.resolve("dog_001.wav").toString(),
                        "--out",
                        out.toString(),
                        "--device",
                        "java"))
                .as(streams.err())
                .isZero();
        for (int layer = 1; layer <= 10; layer++) {
            assertThat(out.resolve("activations-%02d.png".formatted(layer))).isNotEmptyFile();
            assertThat(out.resolve("features.%d.weight.npy".formatted(3 * (layer - 1))))
                    .isNotEmptyFile();
            assertThat(out.resolve("features.%d.out.npy".formatted(3 * layer - 1)))
                    .isNotEmptyFile();
        }
        assertThat(out.resolve("input.svg")).isNotEmptyFile();
        assertThat(out.resolve("gap.csv")).isNotEmptyFile();
        assertThat(out.resolve("gap-clip.csv")).isNotEmptyFile();
        assertThat(out.resolve("contributions.png")).isNotEmptyFile();
        Streams beyond = new Streams();
        assertThat(beyond.run(
                        Main.everyCommand(),
                        "inspect",
                        run.toString(),
                        "--clip",
                        sounds.resolve("dog_001.wav").toString(),
                        "--out",
                        out.toString(),
                        "--device",
                        "java",
                        "--second",
                        "99"))
                .isEqualTo(Main.WRONG_USE);
        assertThat(beyond.err()).contains("--second must be from 0 to");
    }

    private Path copyOfRun() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(run.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }

    private static Path only(Path folder, String beginning, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)
                            && file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void alteredCheckpointIsRefused() throws IOException {
        Path copy = copyOfRun();
        Path arrays = only(copy.resolve("checkpoints"), "fold-1-last", ".safetensors");
        byte[] bytes = Files.readAllBytes(arrays);
        bytes[bytes.length - 5] ^= 1;
        Files.write(arrays, bytes);
        assertThat(run("evaluate", copy.toString(), "--device", "java")).isEqualTo(Main.WRONG_USE);
        assertThat(streams.err())
                .contains("vitrine: checkpoint " + arrays + " has SHA-256 "
                        + sha256(bytes).substring(0, 12) + "...; expected ")
                .contains("...; it was altered: take another checkpoint or train again");
    }

    @Test
    void truncatedCheckpointIsRefused() throws IOException {
        Path copy = copyOfRun();
        Path json = copy.resolve("checkpoints/fold-1-last.json");
        Files.writeString(json, Files.readString(json).substring(0, 100));
        assertThat(run("evaluate", copy.toString(), "--device", "java")).isEqualTo(Main.WRONG_USE);
        assertThat(streams.err())
                .contains("vitrine: checkpoint " + json
                        + " is not whole JSON; expected what was written; it was cut off or"
                        + " altered: take another checkpoint or train again");
    }

    @Test
    void checkpointOfAnotherNetworkIsRefused() throws IOException {
        Path copy = copyOfRun();
        Path checkpoints = copy.resolve("checkpoints");
        Path arrays = only(checkpoints, "fold-1-last", ".safetensors");
        String text = Files.readString(arrays, StandardCharsets.ISO_8859_1);
        byte[] renamed =
                text.replace("\"features.3.weight\"", "\"features.3.wEight\"").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(arrays, renamed);
        Path json = checkpoints.resolve("fold-1-last.json");
        Files.writeString(
                json,
                Files.readString(json)
                        .replaceAll("\"sha256\" : \"[0-9a-f]+\"", "\"sha256\" : \"" + sha256(renamed) + "\""));
        assertThat(run("evaluate", copy.toString(), "--device", "java")).isEqualTo(Main.WRONG_USE);
        assertThat(streams.err())
                .contains(
                        "is of another network: it has no array features.3.weight; expected [10, 10, 3]; take a checkpoint of this network");
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void runWithoutCheckpointIsRefused() throws IOException {
        Path copy = copyOfRun();
        Files.delete(copy.resolve("checkpoints/fold-1-last.json"));
        assertThat(run("evaluate", copy.toString(), "--device", "java")).isEqualTo(Main.WRONG_USE);
        assertThat(streams.err())
                .contains(copy + " holds no trained network yet; go on with: vitrine train --resume " + copy);
    }

    @Test
    void wrongUseIsOneLineAndExitTwo() {
        requireRefused("train: say one of: train ", "train");
        requireRefused(
                "unknown command train cats-dog (did you mean train cats-dogs?); see vitrine train --help",
                "train",
                "cats-dog");
        requireRefused(
                "--device gpu: no such device; use auto, java, opencl or opencl:N",
                "train",
                "cats-dogs",
                "--clips",
                "10",
                "--device",
                "gpu",
                "--runs",
                folder.toString());
        requireRefused(
                "no such folder: " + folder.resolve("none").toAbsolutePath(),
                "train",
                "cats-dogs",
                "--data",
                folder.resolve("none").toString());
        requireRefused("--epochs must be from 1 to 100000, got 0", "train", "cats-dogs", "--epochs", "0");
        requireRefused("--lr must be above 0", "train", "cats-dogs", "--lr", "-1");
        requireRefused("no such run folder", "evaluate", folder.resolve("none").toString());
        requireRefused(
                "predict: expected sound files or folders of them after the run folder", "predict", run.toString());
        requireRefused(
                "the clips cannot be split: there are 20 different recordings in all; expected at least 21",
                "train",
                "cats-dogs",
                "--clips",
                "10",
                "--folds",
                "21",
                "--device",
                "java",
                "--runs",
                folder.toString());
    }

    private static void requireRefused(String message, String... words) {
        Streams refused = new Streams();
        assertThat(refused.run(Main.everyCommand(), words)).as(refused.err()).isEqualTo(Main.WRONG_USE);
        assertThat(refused.err().lines().filter(line -> line.startsWith("vitrine: ")))
                .hasSize(1);
        assertThat(refused.err()).contains("vitrine: " + message);
    }

    @Test
    void lossThatIsNotANumberIsNamedAndTheLastGoodStateKept() throws IOException {
        int exit = run(
                "train",
                "cats-dogs",
                "--clips",
                "10",
                "--epochs",
                "40",
                "--epoch-steps",
                "2",
                "--batch",
                "4",
                "--lr",
                "1e200",
                "--schedule",
                "constant",
                "--optimizer",
                "sgd",
                "--device",
                "java",
                "--runs",
                folder.toString());
        assertThat(exit).as(streams.err()).isEqualTo(Main.FAILED);
        assertThat(streams.err())
                .containsPattern("vitrine: loss is (NaN|Infinity) at step \\d+: .+ is the first .+;"
                        + " lower the learning rate or check the input; the last good state is kept in ");
    }
}
