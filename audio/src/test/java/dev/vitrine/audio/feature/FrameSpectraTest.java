package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.io.Waveform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameSpectraTest {
    private static final int LONG = 100_003;

    private static float[] samples(int count) {
        float[] samples = new float[count];
        for (int n = 0; n < count; n++) {
            samples[n] = (float) Math.sin(0.01 * n + 1e-6 * n * n);
        }
        return samples;
    }

    /** Gives pieces of any size but the wanted one. */
    private static SampleSource inPieces(float[] samples) {
        int[] at = {0};
        return (into, from, most) -> {
            int count = Math.min(Math.min(most, 1 + at[0] % 977), samples.length - at[0]);
            System.arraycopy(samples, at[0], into, from, count);
            at[0] += count;
            return count;
        };
    }

    @ParameterizedTest
    @EnumSource(Padding.class)
    void aStreamGivesTheFramesOfTheWholeSound(Padding padding) {
        Framing framing = new Framing(4096, 1000, 4096, Taper.HANN, padding);
        float[] samples = samples(LONG);
        FrameSpectra streamed = new FrameSpectra(framing, new SlidingSamples(inPieces(samples)));
        double[][] whole = new Stft(framing).power(new Waveform(samples, 16000));
        double[] column = new double[framing.bins()];
        double[] expected = new double[framing.bins()];
        for (int t = 0; t < whole[0].length; t++) {
            assertThat(streamed.has(t)).isTrue();
            streamed.power(t, column);
            Columns.get(whole, t, expected);
            assertThat(column).isEqualTo(expected);
        }
        assertThat(streamed.has(whole[0].length)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Padding.class,
            names = {"NONE", "REFLECT"})
    void aStreamTooShortForAFrameIsRefused(Padding padding) {
        Framing framing = new Framing(8, 3, 8, Taper.HANN, padding);
        SlidingSamples two = new SlidingSamples(inPieces(samples(2)));
        assertThatThrownBy(() -> new FrameSpectra(framing, two))
                .hasMessageStartingWith("the sound has 2 samples; expected at least");
    }
}
