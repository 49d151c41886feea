package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class CatsDogsSynthTest {
    private static final int CLIPS = 100;
    private static final int RATE = CatsDogsSynth.SAMPLE_RATE;

    private static final List<float[]> CATS =
            LongStream.range(0, CLIPS).mapToObj(CatsDogsSynth::meow).toList();
    private static final List<float[]> DOGS =
            LongStream.range(0, CLIPS).mapToObj(CatsDogsSynth::bark).toList();

    private static List<float[]> all() {
        return Stream.concat(CATS.stream(), DOGS.stream()).toList();
    }

    @Test
    void equalSeedsGiveEqualSounds() {
        assertThat(CatsDogsSynth.meow(3)).containsExactly(CatsDogsSynth.meow(3)).isNotEqualTo(CatsDogsSynth.meow(4));
        assertThat(CatsDogsSynth.bark(3)).containsExactly(CatsDogsSynth.bark(3)).isNotEqualTo(CatsDogsSynth.bark(4));
    }

    @Test
    void bitsAreTheSameEverywhere() {
        assertThat(checksum(CATS)).isEqualTo("4edf8e62");
        assertThat(checksum(DOGS)).isEqualTo("b70059aa");
    }

    private static String checksum(List<float[]> sounds) {
        CRC32 crc = new CRC32();
        for (float[] sound : sounds) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * sound.length);
            bytes.asFloatBuffer().put(sound);
            crc.update(bytes.array());
        }
        return Long.toHexString(crc.getValue());
    }

    @Test
    void clipsLastOneToFourSecondsAndVary() {
        assertThat(all()).allSatisfy(sound -> assertThat(sound.length).isBetween(RATE, 4 * RATE));
        assertThat(all().stream().mapToInt(sound -> sound.length).distinct().count())
                .isGreaterThan(CLIPS);
    }

    @Test
    void soundsAreHeardAndNotClipped() {
        for (float[] sound : all()) {
            float peak = 0;
            for (float sample : sound) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertThat(peak).isBetween(0.05f, 0.9501f);
            assertThat(Math.sqrt(power(sound))).isBetween(0.02, 0.1301);
        }
    }

    @Test
    void everySampleIsANumberAndNoSecondIsSilent() {
        for (float[] sound : all()) {
            for (int start = 0; start + RATE <= sound.length; start += RATE / 4) {
                assertThat(power(Arrays.copyOfRange(sound, start, start + RATE)))
                        .isFinite()
                        .isGreaterThan(1e-6);
            }
        }
    }

    @Test
    void loudnessDoesNotTellThemApart() {
        double[] ofCats = CATS.stream().mapToDouble(CatsDogsSynthTest::power).toArray();
        double[] ofDogs = DOGS.stream().mapToDouble(CatsDogsSynthTest::power).toArray();
        assertThat(chanceThatFirstIsGreater(ofCats, ofDogs)).isBetween(0.4, 0.6);
    }

    @Test
    void lengthDoesNotTellThemApart() {
        double[] ofCats = CATS.stream().mapToDouble(sound -> sound.length).toArray();
        double[] ofDogs = DOGS.stream().mapToDouble(sound -> sound.length).toArray();
        assertThat(chanceThatFirstIsGreater(ofCats, ofDogs)).isBetween(0.4, 0.6);
    }

    @Test
    void zeroCrossingsDoNotTellThemApart() {
        double[] ofCats =
                CATS.stream().mapToDouble(CatsDogsSynthTest::zeroCrossings).toArray();
        double[] ofDogs =
                DOGS.stream().mapToDouble(CatsDogsSynthTest::zeroCrossings).toArray();
        assertThat(chanceThatFirstIsGreater(ofCats, ofDogs)).isBetween(0.4, 0.6);
        assertThat(Arrays.stream(ofCats).max().orElseThrow())
                .as("spectra differ between seeds")
                .isGreaterThan(2 * Arrays.stream(ofCats).min().orElseThrow());
        assertThat(Arrays.stream(ofDogs).max().orElseThrow())
                .as("spectra differ between seeds")
                .isGreaterThan(2 * Arrays.stream(ofDogs).min().orElseThrow());
    }

    /** Area under the ROC curve of one number as the judge. */
    private static double chanceThatFirstIsGreater(double[] first, double[] second) {
        double wins = 0;
        for (double one : first) {
            for (double other : second) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / first.length / second.length;
    }

    private static double power(float[] sound) {
        double sum = 0;
        for (float sample : sound) {
            sum += sample * sample;
        }
        return sum / sound.length;
    }

    /** How often the sign changes, per sample: the crudest measure of where a spectrum lies. */
    private static double zeroCrossings(float[] sound) {
        int crossings = 0;
        for (int i = 1; i < sound.length; i++) {
            crossings += sound[i - 1] < 0 != sound[i] < 0 ? 1 : 0;
        }
        return (double) crossings / sound.length;
    }
}
