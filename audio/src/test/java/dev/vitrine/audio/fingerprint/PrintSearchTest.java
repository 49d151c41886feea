package dev.vitrine.audio.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PrintSearchTest {
    private static final int RATE = 16_000;

    private static Waveform speech(int index) {
        return new Waveform(
                SynthSet.named("music-speech").orElseThrow().clip(1, index, 7).samples(), RATE);
    }

    private static List<SharedStretch> among(Waveform... sounds) {
        return PrintSearch.among(Stream.of(sounds).map(SoundPrint::of).toList());
    }

    @Test
    void cutsThatOverlapAreFoundWithTheirPlaces() {
        Waveform whole = speech(0);
        double length = whole.seconds();
        List<SharedStretch> found = among(speech(1), whole.cut(0, 0.7 * length), whole.cut(0.3 * length, length));
        assertThat(found).singleElement().satisfies(stretch -> {
            assertThat(List.of(stretch.first(), stretch.second())).containsExactly(1, 2);
            assertThat(stretch.firstAt()).isCloseTo(0.3 * length, within(0.01));
            assertThat(stretch.secondAt()).isZero();
            assertThat(stretch.errorRate()).isLessThan(0.1);
            assertThat(stretch.seconds()).isBetween(0.2 * length, 0.4 * length);
        });
    }

    @Test
    void quieterNoisyAndResampledCopiesAreFound() {
        Waveform sound = speech(0);
        SplittableRandom random = new SplittableRandom(1);
        float[] noisy = sound.scaled(0.4).samples();
        float rms = sound.rms();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (0.01 * rms * (random.nextDouble() - 0.5));
        }
        assertThat(among(sound, speech(1), new Waveform(noisy, RATE), Resampler.resample(sound, 11_025)))
                .extracting(stretch -> stretch.first() + "+" + stretch.second())
                .containsExactly("0+2", "0+3", "2+3");
    }

    @Test
    void differentSoundsShareNothing() {
        List<Waveform> sounds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sounds.add(speech(i));
        }
        assertThat(among(sounds.toArray(new Waveform[0]))).isEmpty();
    }

    @Test
    void silenceAndSoundsTooShortHaveNoWords() {
        assertThat(SoundPrint.of(new Waveform(new float[100], RATE)).words()).isEmpty();
        Waveform silent = new Waveform(new float[3 * RATE], RATE);
        assertThat(SoundPrint.of(silent).heard()).doesNotContain(true);
        assertThat(among(silent, new Waveform(new float[10], RATE), silent)).isEmpty();
    }

    /** The overlaps of these recordings were found sample by sample too; only one pair shares less than half a second. */
    @Test
    void overlapsOfRealRecordingsAreFound() throws IOException {
        Path folder = Path.of(System.getProperty("vitrine.data", "")).resolve("cats_dogs");
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("no recordings of cats and dogs at " + folder);
        }
        List<SoundPrint> prints = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            Path file = folder.resolve("cat_" + i + ".wav");
            if (Files.exists(file)) {
                prints.add(SoundPrint.of(SoundFile.read(file)));
            }
        }
        assertThat(PrintSearch.among(prints))
                .hasSizeGreaterThan(2)
                .allSatisfy(stretch -> assertThat(stretch.errorRate()).isLessThan(0.15));
    }
}
