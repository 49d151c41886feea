package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills training at random moments; going on must come to the same bits as never having been killed. */
@Timeout(600)
class ResumeTest {
    private static final List<String> TRAINING = List.of(
            "train",
            "cats-dogs",
            "--clips",
            "10",
            "--epochs",
            "6",
            "--epoch-steps",
            "3",
            "--batch",
            "4",
            "--folds",
            "2",
            "--device",
            "java");

    @TempDir
    private Path folder;

    private Process start(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private static List<String> into(Path runs) {
        List<String> words = new ArrayList<>(TRAINING);
        words.addAll(List.of("--runs", runs.toString()));
        return words;
    }

    private static Path runIn(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return runs;
        }
        try (Stream<Path> found = Files.list(runs)) {
            return found.findFirst().orElse(runs);
        }
    }

    /** What must be the same: every checkpoint, the metrics and the results. */
    private static Map<String, String> outcome(Path run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> checkpoints = Files.list(run.resolve("checkpoints"))) {
            for (Path file :
                    checkpoints.filter(f -> f.toString().endsWith(".json")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        files.put("metrics", Files.readString(run.resolve("metrics.csv")));
        files.put("results", Files.readString(run.resolve("results.json")));
        return files;
    }

    @Test
    void killedRunGoesOnToTheSameBits() throws Exception {
        Path whole = folder.resolve("whole");
        assertThat(start(into(whole)).waitFor())
                .as(Files.readString(folder.resolve("output.txt")))
                .isZero();

        Path broken = folder.resolve("broken");
        Random moments = new Random(20);
        int kills = 0;
        Process process = start(into(broken));
        // Patience grows, so that a slow machine, too, comes to an end.
        while (!process.waitFor(1500 + 600L * kills + moments.nextInt(900), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            kills++;
            boolean begun = Files.isRegularFile(runIn(broken).resolve("config.json"));
            process = start(begun ? List.of("train", "--resume", runIn(broken).toString()) : into(broken));
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output.txt")))
                .isZero();
        assertThat(kills).as("times the run was killed").isPositive();
        assertThat(outcome(runIn(broken))).isEqualTo(outcome(runIn(whole)));
    }
}
