package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Log10Test {
    @Test
    void equalsTheLibrary() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double x = Math.scalb(1 + random.nextDouble(), random.nextInt(2000) - 1000);
            double expected = Math.log10(x);
            assertThat(Log10.of(x)).isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 10, 100, 0.1, 1e-10, Double.MIN_NORMAL, Double.MAX_VALUE})
    void marksOfTheScaleAreMet(double x) {
        assertThat(Log10.of(x)).isCloseTo(Math.log10(x), within(1e-15 * Math.max(1, Math.abs(Math.log10(x)))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN})
    void whatIsNoUsualNumberIsLeftToTheLibrary(double x) {
        assertThat(Double.compare(Log10.of(x), Math.log10(x))).isZero();
    }
}
