package dev.vitrine.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStretchTest {
    private static float[] tone(int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) Math.sin(0.3 * i);
        }
        return samples;
    }

    private static int crossings(float[] x, int first, int end) {
        int count = 0;
        for (int i = first; i < end; i++) {
            count += x[i] >= 0 != x[i + 1] >= 0 ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.3, 2})
    void changesTheLengthAndLeavesThePitch(double rate) {
        float[] y = TimeStretch.apply(tone(30_000), rate);
        assertThat(y).hasSize((int) Math.round(30_000 / rate));
        assertThat(crossings(y, 3000, 9000)).isCloseTo((int) (6000 * 0.3 / Math.PI), within(2));
        double squares = 0;
        for (int i = 3000; i < 9000; i++) {
            squares += (double) y[i] * y[i];
        }
        assertThat(squares / 6000).isBetween(0.35, 0.55);
    }

    @Test
    void atOneGivesTheSoundBack() {
        float[] x = tone(5000);
        float[] y = TimeStretch.apply(x, 1);
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).isCloseTo(x[i], within(1e-4f));
        }
    }

    @Test
    void refusesRatesThatCannotBe() {
        assertThatThrownBy(() -> TimeStretch.apply(tone(9), 0)).hasMessage("a rate must be above 0, got 0.0");
    }
}
