package dev.vitrine.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    private static Waveform sine(int rate, double frequency) {
        float[] samples = new float[rate];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * frequency * i / rate);
        }
        return new Waveform(samples, rate);
    }

    /** Root mean square of the middle, in dB relative to a sine of amplitude 1. */
    private static double level(Waveform sound) {
        float[] x = sound.samples();
        double sum = 0;
        int count = 0;
        for (int i = x.length / 4; i < 3 * x.length / 4; i++) {
            sum += (double) x[i] * x[i];
            count++;
        }
        return 10 * Math.log10(2 * sum / count);
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "48000,16000", "22050,16000", "8000,16000", "44100,22050", "11025,16000"})
    void passesWhatFitsWithinATenthOfADecibel(int from, int to) {
        double highest = 0.9 * Math.min(from, to) / 2;
        for (double share : new double[] {0.05, 0.3, 0.7, 1}) {
            assertThat(level(Resampler.resample(sine(from, share * highest), to)))
                    .isCloseTo(0, within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "48000,16000", "22050,16000", "44100,22050"})
    void stopsWhatDoesNotFit(int from, int to) {
        for (double share : new double[] {1.001, 1.1, 1.25}) {
            assertThat(level(Resampler.resample(sine(from, share * to / 2), to)))
                    .isLessThan(-90);
        }
    }

    @Test
    void keepsTheTime() {
        Waveform at16 = Resampler.resample(sine(44100, 440), 16000);
        assertThat(at16.samples()).hasSize(16000);
        for (int i = 4000; i < 12000; i++) {
            assertThat((double) at16.samples()[i]).isCloseTo(Math.sin(2 * Math.PI * 440 * i / 16000), within(2e-4));
        }
    }

    @Test
    void leavesAFittingSoundAlone() {
        Waveform sound = sine(16000, 100);
        assertThat(Resampler.resample(sound, 16000)).isSameAs(sound);
    }
}
