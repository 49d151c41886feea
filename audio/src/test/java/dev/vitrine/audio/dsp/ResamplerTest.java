package dev.vitrine.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.SoundStream;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.util.Arrays;
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
    @CsvSource({
        "44100,16000",
        "48000,16000",
        "22050,16000",
        "8000,16000",
        "44100,22050",
        "11025,16000",
        "44101,16000",
        "15999,16000"
    })
    void passesWhatFitsWithinATenthOfADecibel(int from, int to) {
        double highest = 0.9 * Math.min(from, to) / 2;
        for (double share : new double[] {0.05, 0.3, 0.7, 1}) {
            assertThat(level(Resampler.resample(sine(from, share * highest), to)))
                    .isCloseTo(0, within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "48000,16000", "22050,16000", "44100,22050", "44101,16000", "96001,16000"})
    void stopsWhatDoesNotFit(int from, int to) {
        for (double share : new double[] {1.001, 1.1, 1.25}) {
            assertThat(level(Resampler.resample(sine(from, share * to / 2), to)))
                    .isLessThan(-90);
        }
    }

    /** What is left when the sine that was put in is taken out: images of it, noise of rounded phases. */
    @ParameterizedTest
    @CsvSource({"8000,16000", "11025,16000", "16000,44100", "44101,16000", "15999,16000"})
    void addsNothingOfItsOwn(int from, int to) {
        double frequency = 0.85 * Math.min(from, to) / 2;
        float[] y = Resampler.resample(sine(from, frequency), to).samples();
        int first = y.length / 4;
        int count = y.length / 2;
        double[][] sums = new double[2][2];
        double[] right = new double[2];
        for (int i = first; i < first + count; i++) {
            double[] parts = parts(frequency, i, to);
            for (int a = 0; a < 2; a++) {
                right[a] += parts[a] * y[i];
                sums[a][0] += parts[a] * parts[0];
                sums[a][1] += parts[a] * parts[1];
            }
        }
        double determinant = sums[0][0] * sums[1][1] - sums[0][1] * sums[1][0];
        double sine = (right[0] * sums[1][1] - right[1] * sums[0][1]) / determinant;
        double cosine = (right[1] * sums[0][0] - right[0] * sums[1][0]) / determinant;
        double rest = 0;
        for (int i = first; i < first + count; i++) {
            double[] parts = parts(frequency, i, to);
            rest += Math.pow(y[i] - sine * parts[0] - cosine * parts[1], 2);
        }
        assertThat(10 * Math.log10(2 * rest / count)).isLessThan(-90);
    }

    private static double[] parts(double frequency, int i, int rate) {
        double angle = 2 * Math.PI * frequency * i / rate;
        return new double[] {Math.sin(angle), Math.cos(angle)};
    }

    @Test
    void oddRatesNeedLittleMemory() {
        // Every phase by itself would take 3 GB.
        Waveform second = new Waveform(new float[3_000_017], 3_000_017);
        assertThat(Resampler.resample(second, 16000).samples()).hasSize(16000);
    }

    @Test
    void refusesWhatCannotBeHeld() {
        Waveform slow = new Waveform(new float[20_000], 1);
        assertThatThrownBy(() -> Resampler.resample(slow, 16000))
                .hasMessage("the sound would have 320000000 samples at 16000 Hz; expected at most 268435456; cut it");
        assertThatThrownBy(() -> Resampler.resample(slow, 0))
                .hasMessage("sample rates must be at least 1 Hz, got 1 and 0");
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

    /** Gives a sound a few samples at a time. */
    private record Drops(Waveform sound, int[] at) implements SoundStream {
        @Override
        public int sampleRate() {
            return sound.sampleRate();
        }

        @Override
        public int read(float[] to, int first, int count) {
            int given = Math.min(Math.min(count, 1 + at[0] % 777), sound.samples().length - at[0]);
            System.arraycopy(sound.samples(), at[0], to, first, given);
            at[0] += given;
            return given == 0 ? -1 : given;
        }

        @Override
        public void close() {
            at[0] = -1;
        }
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "8000,44100", "44101,16000", "96001,1000", "1000,48000", "16000,16000"})
    void streamIsTheWholeToTheBit(int from, int to) throws IOException {
        for (int length : new int[] {0, 1, 100, 70_000}) {
            Waveform sound = sine(from, 333).window(0, length);
            Drops drops = new Drops(sound, new int[1]);
            float[] whole = Resampler.resample(sound, to).samples();
            float[] pieces = new float[whole.length + 1000];
            int at = 0;
            try (SoundStream stream = Resampler.resample(drops, to)) {
                assertThat(stream.sampleRate()).isEqualTo(to);
                for (int read = stream.read(pieces, at, 997); read > 0; read = stream.read(pieces, at, 997)) {
                    at += read;
                }
            }
            assertThat(drops.at()[0]).isEqualTo(-1);
            assertThat(at).isEqualTo(whole.length);
            assertThat(Arrays.mismatch(Arrays.copyOf(pieces, at), whole)).isEqualTo(-1);
        }
    }
}
