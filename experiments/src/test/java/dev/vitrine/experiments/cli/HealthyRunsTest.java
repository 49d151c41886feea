package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs as a user makes them, with nothing wrong: no fault may be named. The demo takes most of a minute where there is no
 * OpenCL, and there is no other way to know that it raises no alarm.
 */
class HealthyRunsTest {
    @TempDir
    private Path folder;

    private void healthy(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--runs", folder.toString()));
        Streams training = new Streams();
        assertThat(training.run(Main.everyCommand(), words.toArray(String[]::new)))
                .as(training.err())
                .isZero();
        assertThat(training.err()).contains("before training").doesNotContain("look: ");
        assertThat(training.out()).doesNotContain("! ", "charts that prove it");
        Streams diagnosis = new Streams();
        try (Stream<Path> runs = Files.list(folder)) {
            String run = runs.findFirst().orElseThrow().toString();
            assertThat(diagnosis.run(Main.everyCommand(), "diagnose", run)).isZero();
        }
        assertThat(diagnosis.out())
                .startsWith("healthy; no sign of: leak, ")
                .contains("same-labels-twice")
                .doesNotContain("not recorded");
    }

    @Test
    void demo() throws IOException {
        healthy("demo");
    }

    @Test
    void musicAndSpeech() throws IOException {
        healthy("train", "music-speech", "--clips", "50");
    }
}
