package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published set-ups, with their faults: each must be named. */
class OriginalProtocolTest {
    @TempDir
    private Path folder;

    /** The pre-flight of the last training, among other lines. */
    private String table = "";

    private String diagnosed(String... more) throws IOException {
        String said = diagnosedWith("diagnosis-leak.svg", more);
        assertThat(said).contains("! leak");
        return said;
    }

    /** What {@code diagnose} says of the last run that a training made. */
    private String diagnosedWith(String chart, String... more) throws IOException {
        Streams training = new Streams();
        List<String> words = new ArrayList<>(List.of("train"));
        words.addAll(List.of(more));
        words.addAll(List.of("--runs", folder.toString()));
        if (!words.contains("--epochs")) {
            words.addAll(List.of("--epochs", "1"));
        }
        assertThat(training.run(Main.everyCommand(), words.toArray(String[]::new)))
                .as(training.err())
                .isZero();
        Streams diagnosis = new Streams();
        try (Stream<Path> runs = Files.list(folder)) {
            String run = runs.sorted().reduce((a, b) -> b).orElseThrow().toString();
            assertThat(diagnosis.run(Main.everyCommand(), "diagnose", run, "--out", run))
                    .as(diagnosis.err())
                    .isZero();
            assertThat(Path.of(run, chart)).isNotEmptyFile();
        }
        assertThat(training.out()).contains("charts that prove it: vitrine diagnose");
        table = training.err();
        return diagnosis.out();
    }

    @Test
    void catsDogsOfSynthesisedSounds() throws IOException {
        assertThat(diagnosed("cats-dogs", "--protocol", "original", "--clips", "20", "--epoch-steps", "5"))
                .contains(
                        "! leak\n  10 of 10 test clips (100.0 %) are known from training: 10 as the same clip;",
                        "! test-used-for-selection", "! few-test-clips");
    }

    private static String recordings(String set) {
        String data = System.getProperty("vitrine.data");
        if (data == null || !Files.isDirectory(Path.of(data, set))) {
            Assumptions.abort("no recordings: -Dvitrine.data names no folder with " + set);
        }
        return Path.of(data, set).toString();
    }

    private static final String TEN_SAMPLES =
            "information in the input: windows of 10 samples (0.45 ms), where one frame";

    private static final String ONE_COLUMN = "! same-labels-twice\n  The same labels are used twice: the models for"
            + " music and for speech are taught\n  by one column of %d labels";

    private static String unwrapped(String text) {
        return text.replace("\n  ", " ");
    }

    @Test
    void musicAndSpeechOfSynthesisedSounds() throws IOException {
        String said = diagnosedWith(
                "diagnosis-same-labels-twice.svg",
                "music-speech",
                "--protocol",
                "original",
                "--clips",
                "20",
                "--epoch-steps",
                "5");
        assertThat(said).contains("! no-information", ONE_COLUMN.formatted(40));
        assertThat(unwrapped(said)).contains(TEN_SAMPLES);
        assertThat(table).containsPattern("samples heard at once +10 +from 2,048 \\(a frame\\) +look");
        assertThat(table).containsPattern("labels against the data's +40 differ +alike +look");
        assertThat(table).contains("--- the published model for music", "--- the published model for speech");
    }

    @Test
    void musicAndSpeechOfRecordings() throws IOException {
        String said = diagnosedWith(
                "diagnosis-no-information.svg",
                "music-speech",
                "--protocol",
                "original",
                "--data",
                recordings("gtzan"),
                "--epochs",
                "20");
        assertThat(said).contains("! no-information", "! no-better-than-a-constant", ONE_COLUMN.formatted(80));
        assertThat(unwrapped(said))
                .contains(TEN_SAMPLES)
                .containsPattern("(Worse|No better|Not surely better) than the majority: ");
    }

    @Test
    void notesOfSynthesisedSounds() throws IOException {
        assertThat(diagnosedWith(
                        "diagnosis-unshuffled-batches.svg",
                        "nsynth",
                        "--protocol",
                        "original",
                        "--clips",
                        "10",
                        "--epoch-steps",
                        "20",
                        "--batch",
                        "9"))
                .contains("! unshuffled-batches\n  Batches were not shuffled: ");
        assertThat(table).containsPattern("one class in a batch +[0-9]+ % +up to [0-9]+ % +look");
    }

    @Test
    void notesOfRecordings() throws IOException {
        assertThat(diagnosedWith(
                        "diagnosis-unshuffled-batches.svg",
                        "nsynth",
                        "--protocol",
                        "original",
                        "--data",
                        recordings("nsynth"),
                        "--epoch-steps",
                        "30"))
                .contains("! unshuffled-batches\n  Batches were not shuffled: ");
    }

    @Test
    void catsDogsOfRecordings() throws IOException {
        assertThat(diagnosed(
                        "cats-dogs",
                        "--protocol",
                        "original",
                        "--data",
                        recordings("cats_dogs"),
                        "--epoch-steps",
                        "20"))
                .contains(
                        "10 of 10 test clips", "! test-used-for-selection", "! scaled-differently", "! few-test-clips");
    }

    @Test
    void unknownProtocolIsRefused() {
        Streams streams = new Streams();
        assertThat(streams.run(Main.everyCommand(), "train", "cats-dogs", "--protocol", "leaky"))
                .isEqualTo(2);
        assertThat(streams.err()).contains("--protocol must be leak-free or original, got leaky");
    }
}
