package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IstftTest {
    private static final Framing FRAMES = Framing.centered(256, 64);

    private static Waveform sound() {
        float[] samples = new float[2048];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (0.4 * Math.sin(0.05 * n) + 0.2 * Math.sin(0.31 * n + 1));
        }
        return new Waveform(samples, 8000);
    }

    /** Far enough from both ends for every window to overlap. */
    @ParameterizedTest
    @EnumSource(Padding.class)
    void undoesTheStft(Padding padding) {
        Framing framing = new Framing(256, 64, 200, Taper.HAMMING, padding);
        float[] back = new Istft(framing).of(new Stft(framing).of(sound()));
        assertThat(back).hasSize(2048);
        for (int n = 256; n < 1700; n++) {
            assertThat(back[n]).as("sample %s", n).isCloseTo(sound().samples()[n], within(1e-6f));
        }
    }

    @Test
    void isAsLongAsAskedFor() {
        ComplexSpectrogram spectrogram = new Stft(FRAMES).of(sound());
        assertThat(new Istft(FRAMES, OptionalInt.of(100)).of(spectrogram)).hasSize(100);
        float[] longer = new Istft(FRAMES, OptionalInt.of(3000)).of(spectrogram);
        assertThat(longer).hasSize(3000).endsWith(0f);
    }

    @Test
    void griffinLimComesNearTheMagnitudes() {
        double[][] magnitude = new Stft(FRAMES).magnitude(sound());
        Waveform made = GriffinLim.usual(FRAMES, 7).of(magnitude, 8000, OptionalInt.of(2048));
        assertThat(distance(magnitude, made))
                .isLessThan(0.1 * distance(magnitude, new Waveform(new float[2048], 8000)));
        assertThat(GriffinLim.usual(FRAMES, 7)
                        .of(magnitude, 8000, OptionalInt.of(2048))
                        .samples())
                .containsExactly(made.samples());
    }

    private static double distance(double[][] magnitude, Waveform made) {
        double[][] other = new Stft(FRAMES).magnitude(made);
        double sum = 0;
        for (int f = 0; f < other.length; f++) {
            for (int t = 0; t < other[f].length; t++) {
                sum += Math.pow(other[f][t] - magnitude[f][t], 2);
            }
        }
        return Math.sqrt(sum);
    }

    @Test
    void refusesWhatCannotBe() {
        ComplexSpectrogram small = new ComplexSpectrogram(new double[3][2], new double[3][2]);
        assertThatThrownBy(() -> new Istft(FRAMES).of(small)).hasMessage("frames of 256 have 129 frequencies, got 3");
        assertThatThrownBy(() -> new Istft(FRAMES, OptionalInt.of(0))).hasMessage("length must be at least 1, got 0");
        assertThatThrownBy(() -> new GriffinLim(FRAMES, 0, 0.99, GriffinLim.Start.ZERO, 0))
                .hasMessage("Griffin-Lim needs at least 1 iteration and a momentum of at least 0, got 0 and 0.99");
        assertThatThrownBy(() -> new ComplexSpectrogram(new double[2][3], new double[2][2]))
                .hasMessage("real and imaginary parts must be [F][T] of one size, got [2, 3] and [2, 2]");
    }
}
