package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureExtractorTest {
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

    /** Gives pieces of three sizes. */
    private static Supplier<SampleSource> stream(float[] samples) {
        return () -> {
            int[] at = {0};
            return (into, from, most) -> {
                int count = Math.min(Math.min(most, 100 + at[0] % 3), samples.length - at[0]);
                System.arraycopy(samples, at[0], into, from, count);
                at[0] += count;
                return count;
            };
        };
    }

    private static FeatureOptions options(LibrosaCase c) {
        return new FeatureOptions(c.framing(), c.bands(), c.coefficients(), Rms.From.SPECTRUM, OptionalDouble.empty());
    }

    @ParameterizedTest
    @MethodSource("dev.vitrine.audio.feature.LibrosaCase#made")
    void givesWhatEachFeatureGives(LibrosaCase c) throws IOException {
        Waveform sound = c.sound();
        FeatureArrays all = new FeatureArrays();
        Map<Feature, String> leftOut =
                new FeatureExtractor(options(c), ALL).extract(stream(sound.samples()), sound.sampleRate(), all);
        double[][] levels = Decibels.power().ofPower(new MelSpectrogram(c.framing(), c.bands()).power(sound));
        double[][] mfcc = Mfcc.of(c.coefficients()).of(levels);
        same(all, Feature.STFT_MAGNITUDE, new Stft(c.framing()).magnitude(sound));
        same(all, Feature.MEL_FILTERS, c.expected("mel_filters"));
        same(all, Feature.MEL_DB, levels);
        same(all, Feature.MFCC, mfcc);
        same(all, Feature.MFCC_DELTA, Delta.first().of(mfcc));
        same(all, Feature.MFCC_DELTA2, Delta.second().of(mfcc));
        same(all, Feature.CHROMA_STFT, ChromaStft.estimated().of(sound, c.framing()));
        same(all, Feature.RMS, c.expected("rms"));
        same(all, Feature.ZERO_CROSSING_RATE, c.expected("zero_crossing_rate"));
        same(all, Feature.SPECTRAL_ROLLOFF, c.expected("spectral_rolloff"));
        if (sound.sampleRate() > 8000) {
            same(all, Feature.SPECTRAL_CONTRAST, new SpectralContrast().of(sound, c.framing()));
            assertThat(leftOut).isEmpty();
        } else {
            assertThat(all.has(Feature.SPECTRAL_CONTRAST)).isFalse();
            assertThat(leftOut.get(Feature.SPECTRAL_CONTRAST)).startsWith("contrast: band 6 begins at 6400.0 Hz");
        }
    }

    private static void same(FeatureArrays all, Feature feature, double[][] expected) {
        double[][] actual = all.of(feature);
        assertThat(actual).as(feature.word()).hasDimensions(expected.length, expected[0].length);
        double largest = 0;
        for (double[] row : expected) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row])
                    .as("%s, row %s", feature.word(), row)
                    .containsExactly(expected[row], within(1e-5 * largest));
        }
    }

    /** More frames than are kept between the two passes. */
    @Test
    void aLongSoundGivesTheSame() {
        float[] samples = new float[130_000];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) Math.sin(2e-6 * n * n);
        }
        Framing framing = Framing.centered(4096, 32);
        FeatureOptions options =
                new FeatureOptions(framing, MelBands.slaney(20), 13, Rms.From.SAMPLES, OptionalDouble.of(0));
        FeatureArrays all = new FeatureArrays();
        new FeatureExtractor(options, EnumSet.of(Feature.SPECTRAL_CENTROID, Feature.RMS))
                .extract(stream(samples), 16000, all);
        Waveform sound = new Waveform(samples, 16000);
        assertThat((long) framing.bins() * framing.frames(samples.length)).isGreaterThan(8_300_000);
        assertThat(all.has(Feature.MFCC)).isFalse();
        same(all, Feature.SPECTRAL_CENTROID, new SpectralCentroid().of(sound, framing));
        same(all, Feature.RMS, new Rms(Rms.From.SAMPLES).of(sound, framing));
    }

    @Test
    void aShortSoundHasNoDeltas() {
        FeatureArrays all = new FeatureArrays();
        Map<Feature, String> leftOut =
                new FeatureExtractor(FeatureOptions.usual(), ALL).extract(stream(new float[2000]), 16000, all);
        assertThat(leftOut)
                .containsOnlyKeys(Feature.MFCC_DELTA, Feature.MFCC_DELTA2)
                .containsValue("a delta over 9 frames needs as many, got 4 frames");
        assertThatThrownBy(() -> all.of(Feature.MFCC_DELTA)).hasMessage("mfcc_delta was not computed");
    }

    @Test
    void namesAreLibrosas() {
        assertThat(Feature.words()).contains("stft_magnitude", "mel_db", "chroma_stft", "zero_crossing_rate");
        assertThat(Feature.called("mfcc")).contains(Feature.MFCC);
        assertThat(Feature.called("MFCC")).isEmpty();
        assertThatThrownBy(() -> new FeatureOptions(
                        Framing.centered(512, 128), MelBands.slaney(8), 9, Rms.From.SAMPLES, OptionalDouble.empty()))
                .hasMessage("there must be 1 to 8 (mel bands) coefficients, got 9");
    }
}
