package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.MetricsFile.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
    private static final List<String> COLUMNS = List.of("loss", "accuracy");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void threeRows() throws IOException {
        file = folder.resolve("metrics.csv");
        try (MetricsFile metrics = MetricsFile.create(file, COLUMNS)) {
            metrics.append(new Row(100, List.of(0.1 + 0.2, 0.5)));
            metrics.append(new Row(200, List.of(Double.NaN, 0.625)));
            metrics.append(new Row(300, List.of(0.25, 0.75)));
        }
    }

    @Test
    void writesAHeaderAndEveryBit() {
        assertThat(file).hasContent("step,loss,accuracy\n100,0.30000000000000004,0.5\n200,NaN,0.625\n300,0.25,0.75\n");
    }

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(MetricsFile.columns(file)).isEqualTo(COLUMNS);
        assertThat(MetricsFile.read(file))
                .containsExactly(
                        new Row(100, List.of(0.1 + 0.2, 0.5)),
                        new Row(200, List.of(Double.NaN, 0.625)),
                        new Row(300, List.of(0.25, 0.75)));
    }

    @Test
    void tornLastLineIsPassedOver() throws IOException {
        Files.writeString(file, "400,0.125,0.8", StandardOpenOption.APPEND);
        assertThat(MetricsFile.read(file)).extracting(Row::step).containsExactly(100L, 200L, 300L);
    }

    @Test
    void resumeCutsBackToTheCheckpointAndGoesOn() throws IOException {
        Files.writeString(file, "400,0.125,0.8", StandardOpenOption.APPEND);
        try (MetricsFile metrics = MetricsFile.resume(file, COLUMNS, 200)) {
            metrics.append(new Row(300, List.of(0.5, 1.0)));
        }
        assertThat(file).hasContent("step,loss,accuracy\n100,0.30000000000000004,0.5\n200,NaN,0.625\n300,0.5,1.0\n");
    }

    @Test
    void resumeRejectsOtherColumns() {
        assertThatThrownBy(() -> MetricsFile.resume(file, List.of("loss"), 200))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ": expected the columns step,loss; this run was made by another version");
    }

    @Test
    void rejectsAnAlteredLine() throws IOException {
        Files.writeString(file, "400,many,0.8\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> MetricsFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " line 5: expected 3 numbers; the file was altered");
    }

    @Test
    void rejectsALineWithTooFewNumbers() throws IOException {
        Files.writeString(file, "400,1.0\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> MetricsFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " line 5: expected 3 numbers; the file was altered");
    }

    @Test
    void doesNotBeginOverAnExistingFile() {
        assertThatThrownBy(() -> MetricsFile.create(file, COLUMNS)).isInstanceOf(IOException.class);
        assertThat(file).content().contains("300,0.25,0.75");
    }

    @Test
    void rejectsARowOfAnotherLength() throws IOException {
        try (MetricsFile metrics = MetricsFile.resume(file, COLUMNS, 300)) {
            assertThatThrownBy(() -> metrics.append(new Row(400, List.of(1.0))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected 2 values, got 1");
        }
    }

    @Test
    void fullDiskIsOneClearLine() {
        Path full = Path.of("/dev/full");
        if (!Files.isWritable(full)) {
            Assumptions.abort("this system has no /dev/full");
        }
        assertThatThrownBy(() -> MetricsFile.appendTo(full, COLUMNS).append(new Row(1, List.of(1.0, 2.0))))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write /dev/full: the disk is full; free some space");
    }
}
