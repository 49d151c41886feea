package dev.vitrine.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    private String text(Shape shape, double... values) {
        return Values.text(Tensor.of(device, shape, values));
    }

    @Test
    void scalarStandsAlone() {
        assertThat(text(Shape.of(), 2)).isEqualTo("2.0000");
    }

    @Test
    void rowsStandBelowEachOtherInColumns() {
        assertThat(text(Shape.of(2, 2), 1, -0.5, 0.25, 12)).isEqualTo("""
                [[ 1.0000, -0.5000],
                 [ 0.2500, 12.0000]]""");
    }

    @Test
    void matricesAreApart() {
        assertThat(text(Shape.of(2, 1, 1), 1, 2)).isEqualTo("""
                [[[1.0000]],

                 [[2.0000]]]""");
    }

    @Test
    void longAxesShowTheirEnds() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(text(Shape.of(1000), values))
                .isEqualTo("[  0.0000,   1.0000,   2.0000, ..., 997.0000, 998.0000, 999.0000]");
    }

    @Test
    void smallAndLargeNumbersKeepTheirDigits() {
        assertThat(text(Shape.of(2), 1.5e-7, 2e-9)).isEqualTo("[1.5000e-07, 2.0000e-09]");
        assertThat(text(Shape.of(2), -1.5e7, 2)).isEqualTo("[-1.5000e+07,  2.0000e+00]");
        assertThat(text(Shape.of(2), Double.NaN, 1)).isEqualTo("[   NaN, 1.0000]");
    }
}
