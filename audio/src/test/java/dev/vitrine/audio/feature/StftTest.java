package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StftTest {
    private static final float[] SAMPLES = {1, -2, 3, 0.5f, -1, 4, 2, -3, 0, 1, 5};

    /** The sum of the definition, sample by sample. */
    private static double magnitude(double[] padded, int first, int fftSize, int length, int f) {
        double re = 0;
        double im = 0;
        int before = (fftSize - length) / 2;
        for (int i = 0; i < length; i++) {
            double w = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
            int n = before + i;
            re += w * padded[first + n] * Math.cos(2 * Math.PI * f * n / fftSize);
            im -= w * padded[first + n] * Math.sin(2 * Math.PI * f * n / fftSize);
        }
        return Math.hypot(re, im);
    }

    private static double[] padded(Padding padding, int by) {
        int added = padding == Padding.NONE ? 0 : by;
        double[] all = new double[SAMPLES.length + 2 * added];
        for (int i = 0; i < all.length; i++) {
            int at = i - added;
            if (padding == Padding.REFLECT) {
                at = Math.abs(at);
                at = at >= SAMPLES.length ? 2 * SAMPLES.length - 2 - at : at;
            }
            all[i] = at < 0 || at >= SAMPLES.length ? 0 : SAMPLES[at];
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"NONE,8,3,8,2", "ZEROS,8,3,8,4", "REFLECT,8,3,8,4", "ZEROS,8,2,5,6", "REFLECT,4,1,3,12"})
    void equalsTheSumOfItsDefinition(Padding padding, int fftSize, int hop, int length, int frames) {
        Stft stft = new Stft(new Framing(fftSize, hop, length, Taper.HANN, padding));
        double[][] actual = stft.magnitude(new Waveform(SAMPLES.clone(), 16000));
        assertThat(actual).hasDimensions(fftSize / 2 + 1, frames);
        double[] padded = padded(padding, fftSize / 2);
        for (int f = 0; f <= fftSize / 2; f++) {
            for (int t = 0; t < frames; t++) {
                assertThat(actual[f][t])
                        .as("f %s, t %s", f, t)
                        .isCloseTo(magnitude(padded, t * hop, fftSize, length, f), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,'the sound has 7 samples; expected at least 8 for frames of 8 with padding NONE',7",
        "ZEROS,'the sound has 0 samples; expected at least 1 for frames of 8 with padding ZEROS',0",
        "REFLECT,'the sound has 4 samples; expected at least 5 for frames of 8 with padding REFLECT',4"
    })
    void refusesASoundTooShortForAFrame(Padding padding, String message, int samples) {
        Stft stft = new Stft(new Framing(8, 3, 8, Taper.HANN, padding));
        assertThatThrownBy(() -> stft.power(new Waveform(new float[samples], 16000)))
                .hasMessage(message);
        assertThat(stft.power(new Waveform(new float[samples + 1], 16000))[0]).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7,1,4,'fftSize must be even and at least 2, got 7'",
        "0,1,1,'fftSize must be even and at least 2, got 0'",
        "8,0,4,'hop must be at least 1, got 0'",
        "8,1,9,'windowLength must be 1 to fftSize = 8, got 9'",
        "8,1,0,'windowLength must be 1 to fftSize = 8, got 0'"
    })
    void refusesFramesThatCannotBe(int fftSize, int hop, int length, String message) {
        assertThatThrownBy(() -> new Framing(fftSize, hop, length, Taper.HANN, Padding.ZEROS))
                .hasMessage(message);
    }

    @Test
    void refusesBandsThatCannotBe() {
        assertThatThrownBy(() -> MelBands.slaney(0)).hasMessage("there must be at least 1 mel band, got 0");
        assertThatThrownBy(() -> new MelBands(4, 500, 500, MelScale.HTK, MelNorm.NONE))
                .hasMessage("mel bands must reach from 0 Hz or more to a higher frequency, got 500.0 to 500.0");
        MelBands high = new MelBands(4, 9000, 10000, MelScale.HTK, MelNorm.NONE);
        assertThatThrownBy(() -> new MelFilterBank(16000, 512, high))
                .hasMessage("mel bands begin at 9000.0 Hz; expected less than half the sample rate, 8000.0 Hz");
        assertThatThrownBy(() -> new Decibels(1, 1e-10, -1))
                .hasMessage("the range of levels must be at least 0 dB, got -1.0");
    }

    @Test
    void scalesAreTheirOwnInverse() {
        for (MelScale scale : MelScale.values()) {
            for (double hz : new double[] {0, 100, 999, 1000, 1001, 7999}) {
                assertThat(scale.hz(scale.mel(hz))).isCloseTo(hz, within(1e-8));
            }
        }
        assertThat(MelScale.SLANEY.mel(1000)).isCloseTo(15, within(1e-12));
        assertThat(MelScale.HTK.mel(1000)).isCloseTo(999.9855, within(1e-3));
    }

    @Test
    void levelsStopBelowTheLoudest() {
        assertThat(Decibels.power().ofPower(new double[][] {{1, 1e-3}, {1e-12, 100}}))
                .isDeepEqualTo(new double[][] {{0, -30}, {-60, 20}});
    }
}
