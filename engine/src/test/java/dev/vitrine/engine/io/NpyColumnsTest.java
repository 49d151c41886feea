package dev.vitrine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyColumnsTest {
    @TempDir
    Path folder;

    private NpyColumns begin(int rows, int columns) throws IOException {
        return new NpyColumns(folder.resolve("a.npy"), folder.resolve("a.part"), rows, columns);
    }

    /** 40000 rows leave room for 16 columns at a time. */
    @ParameterizedTest
    @CsvSource({"1,1", "3,5", "40000,37", "2,300000"})
    void givesTheBytesOfAWholeArray(int rows, int columns) throws IOException {
        double[] all = new double[rows * columns];
        try (NpyColumns file = begin(rows, columns)) {
            double[] column = new double[rows];
            for (int c = 0; c < columns; c++) {
                for (int row = 0; row < rows; row++) {
                    column[row] = row + 0.25 * c;
                    all[row * columns + c] = column[row];
                }
                file.add(column);
            }
            assertThat(folder.resolve("a.npy")).doesNotExist();
            file.finish();
        }
        Npy.write(folder.resolve("b.npy"), new HostArray(Shape.of(rows, columns), all), Precision.FLOAT32);
        assertThat(Files.mismatch(folder.resolve("a.npy"), folder.resolve("b.npy")))
                .isEqualTo(-1);
        assertThat(folder.resolve("a.part")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void isNothingUntilAllColumnsAreThere(int added) throws IOException {
        try (NpyColumns file = begin(2, 2)) {
            for (int i = 0; i < added; i++) {
                file.add(new double[2]);
            }
            assertThatThrownBy(file::finish)
                    .hasMessage(folder.resolve("a.npy") + ": " + added + " of 2 columns were added");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
