package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    private final Streams streams = new Streams();

    @TempDir
    Path runs;

    record Config(long seed) {}

    private int run(Path folder) {
        return streams.run(List.of(new RunsCommand()), "runs", "--runs", folder.toString());
    }

    @Test
    void listsRunsInOrderAndPassesOverOtherFolders() throws IOException {
        RunFolder later = RunFolder.create(runs, "b", LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        later.writeConfig(new Config(1));
        try (MetricsFile metrics = MetricsFile.create(later.metrics(), List.of("loss"))) {
            metrics.append(new MetricsFile.Row(100, List.of(0.5)));
            metrics.append(new MetricsFile.Row(200, List.of(0.4)));
        }
        RunFolder first = RunFolder.create(runs, "a", LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        first.writeConfig(new Config(1));
        Files.createDirectory(runs.resolve("notes"));
        assertThat(run(runs)).isZero();
        assertThat(streams.out().lines())
                .containsExactly(
                        runs.resolve("a-20260102-030405") + "  nothing measured yet",
                        runs.resolve("b-20260102-030405") + "  200 steps");
    }

    @Test
    void emptyFolder() {
        assertThat(run(runs)).isZero();
        assertThat(streams.err()).isEqualTo("no runs in " + runs + System.lineSeparator());
    }

    @Test
    void missingFolder() {
        Path missing = runs.resolve("missing");
        assertThat(run(missing)).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo("vitrine: no such folder: " + missing + "; the first training run makes it"
                        + System.lineSeparator());
    }
}
