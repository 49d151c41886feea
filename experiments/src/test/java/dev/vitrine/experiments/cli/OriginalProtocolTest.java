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

    private String diagnosed(String... more) throws IOException {
        Streams training = new Streams();
        List<String> words = new ArrayList<>(List.of("train"));
        words.addAll(List.of(more));
        words.addAll(List.of("--epochs", "1", "--runs", folder.toString()));
        assertThat(training.run(Main.everyCommand(), words.toArray(String[]::new)))
                .as(training.err())
                .isZero();
        Streams diagnosis = new Streams();
        try (Stream<Path> runs = Files.list(folder)) {
            String run = runs.findFirst().orElseThrow().toString();
            assertThat(diagnosis.run(Main.everyCommand(), "diagnose", run, "--out", run))
                    .as(diagnosis.err())
                    .isZero();
            assertThat(Path.of(run, "diagnosis-leak.svg")).isNotEmptyFile();
        }
        assertThat(training.out()).contains("! leak", "charts that prove it: vitrine diagnose");
        return diagnosis.out();
    }

    @Test
    void catsDogsOfSynthesisedSounds() throws IOException {
        assertThat(diagnosed("cats-dogs", "--protocol", "original", "--clips", "20", "--epoch-steps", "5"))
                .contains(
                        "! leak\n  10 of 10 test clips (100.0 %) are known from training: 10 as the same clip;",
                        "! test-used-for-selection", "! few-test-clips");
    }

    @Test
    void catsDogsOfRecordings() throws IOException {
        String data = System.getProperty("vitrine.data");
        if (data == null || !Files.isDirectory(Path.of(data, "cats_dogs"))) {
            Assumptions.abort("no recordings: -Dvitrine.data names no folder with cats_dogs");
        }
        assertThat(diagnosed(
                        "cats-dogs",
                        "--protocol",
                        "original",
                        "--data",
                        Path.of(data, "cats_dogs").toString(),
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
