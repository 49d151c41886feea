package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartWriterTest {

    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {0.1, 1.0 / 3, 1e-300};

    @TempDir
    Path folder;

    private static LineChart chart() {
        return new LineChart(
                "Loss falls",
                "epoch",
                "loss (nats)",
                List.of(new Series("training, \"raw\"", X, Y)),
                List.of(new Level("coin", Math.log(2))));
    }

    @Test
    void worksWithoutAScreen() {
        assertThat(GraphicsEnvironment.isHeadless()).isTrue();
    }

    @Test
    void csvGivesBackTheSameBits() throws IOException {
        ChartWriter.write(chart(), folder, "loss");
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("loss.csv"))) {
            rows = csv.stream().toList();
        }
        assertThat(rows).hasSize(4);
        for (int i = 0; i < 3; i++) {
            assertThat(rows.get(i).getField("series")).isEqualTo("training, \"raw\"");
            assertThat(Double.parseDouble(rows.get(i).getField("epoch"))).isEqualTo(X[i]);
            assertThat(Double.parseDouble(rows.get(i).getField("loss (nats)"))).isEqualTo(Y[i]);
        }
        assertThat(rows.get(3).getFields()).containsExactly("coin", "", Double.toString(Math.log(2)));
    }

    @Test
    void svgHoldsTitleAxesAndNamesAsText() throws Exception {
        ChartWriter.write(chart(), folder, "loss");
        assertThat(GalleryTest.parsed(Files.readString(folder.resolve("loss.svg"))))
                .contains("Loss falls", "epoch", "loss (nats)", "training, \"raw\"", "coin");
    }

    @Test
    void leavesNothingButTheThreeFiles() throws IOException {
        ChartWriter.write(chart(), folder.resolve("new/charts"), "loss");
        ChartWriter.write(chart(), folder.resolve("new/charts"), "loss");
        assertThat(names(folder.resolve("new/charts"))).containsExactly("loss.csv", "loss.png", "loss.svg");
    }

    @Test
    void namesAFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> ChartWriter.write(chart(), file, "loss"))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write chart " + file + "/loss.svg/.png/.csv (FileAlreadyExists: " + file
                        + "); choose a folder that can be written");
    }

    @Test
    void leavesNothingHalfWrittenWhereAFileCannotBeReplaced() throws IOException {
        Files.createDirectory(folder.resolve("loss.svg"));
        assertThatThrownBy(() -> ChartWriter.write(chart(), folder, "loss"))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write chart " + folder
                        + "/loss.svg/.png/.csv (loss.svg is a folder); choose a folder that can be written");
        assertThat(names(folder)).containsExactly("loss.svg");
    }

    @Test
    void rejectsAStemThatLeavesTheFolder() {
        assertThatThrownBy(() -> ChartWriter.write(chart(), folder, "../loss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("chart file name '../loss': expected letters, digits, dots, dashes and underscores only,"
                        + " not beginning with a dot");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
