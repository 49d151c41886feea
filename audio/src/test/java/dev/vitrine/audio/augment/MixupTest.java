package dev.vitrine.audio.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.augment.Mixup.Mixed;
import dev.vitrine.audio.io.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixupTest {
    private static final Waveform FIRST = new Waveform(new float[] {1, 1, 1}, 8000);
    private static final Waveform SECOND = new Waveform(new float[] {-1, 0.5f}, 8000);

    @Test
    void mixesSoundsAndLabelsByOneShare() {
        Mixed mixed = new Mixup(0.4).apply(FIRST, SECOND, 5);
        double share = mixed.share();
        assertThat(share).isBetween(0.0, 1.0);
        assertThat(mixed.sound().samples())
                .containsExactly((float) (2 * share - 1), (float) (0.5 + 0.5 * share), (float) share);
        assertThat(mixed.label(1, 0)).isEqualTo(share);
        assertThat(mixed.label(2, 2)).isCloseTo(2, within(1e-12));
        assertThat(new Mixup(0.4).apply(FIRST, SECOND, 5).share()).isEqualTo(share);
        assertThat(FIRST.samples()).containsExactly(1, 1, 1);
    }

    /** Mean 1/2, variance 1 / (4 (2 alpha + 1)). */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 1, 3})
    void sharesAreBetaDistributed(double alpha) {
        int count = 20_000;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < count; seed++) {
            double share = new Mixup(alpha).apply(FIRST, SECOND, seed).share();
            sum += share;
            squares += share * share;
        }
        double mean = sum / count;
        assertThat(mean).isCloseTo(0.5, within(0.012));
        assertThat(squares / count - mean * mean).isCloseTo(0.25 / (2 * alpha + 1), within(0.005));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Mixup(0)).hasMessage("alpha must be above 0 and at most 1000, got 0.0");
        assertThatThrownBy(() -> new Mixup(1).apply(FIRST, new Waveform(new float[1], 16000), 1))
                .hasMessage("the second sound has 16000 Hz; expected the first one's 8000; resample it");
    }
}
