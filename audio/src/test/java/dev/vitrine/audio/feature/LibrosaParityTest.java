package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** librosa's own numbers: worst difference 1e-4 of the feature's largest magnitude. */
class LibrosaParityTest {
    private static final double SHARE_OF_LARGEST = 1e-4;

    /** Computes a feature of a case. */
    interface Computation {
        double[][] of(LibrosaCase c) throws IOException;
    }

    record Feature(String name, Computation computation) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Feature> features() {
        Map<String, Computation> all = new LinkedHashMap<>();
        all.put("stft_magnitude", c -> new Stft(c.framing()).magnitude(c.sound()));
        all.put("stft_db", c -> {
            double[][] magnitude = new Stft(c.framing()).of(c.sound()).magnitude();
            return new Decibels(1, 1e-5, 60).below(magnitude).ofAmplitude(magnitude);
        });
        all.put("mel_filters", c -> filters(c).weights());
        all.put("mel_power", LibrosaParityTest::mel);
        all.put("mel_db", LibrosaParityTest::levels);
        all.put("mfcc", LibrosaParityTest::mfcc);
        all.put("mfcc_liftered", c -> new Mfcc(c.coefficients(), 22).of(levels(c)));
        all.put("mfcc_delta", c -> Delta.first().of(mfcc(c)));
        all.put("mfcc_delta2", c -> Delta.second().of(mfcc(c)));
        all.put("chroma_stft", c -> ChromaStft.tuned(0).of(c.sound(), c.framing()));
        all.put("chroma_stft_estimated", c -> ChromaStft.estimated().of(c.sound(), c.framing()));
        all.put("rms", c -> new Rms(Rms.From.SPECTRUM).of(c.sound(), c.framing()));
        all.put("rms_of_samples", c -> new Rms(Rms.From.SAMPLES).of(c.sound(), c.framing()));
        all.put("zero_crossing_rate", c -> new ZeroCrossingRate().of(c.sound(), c.framing()));
        all.put("spectral_centroid", c -> new SpectralCentroid().of(c.sound(), c.framing()));
        all.put("spectral_bandwidth", c -> new SpectralBandwidth().of(c.sound(), c.framing()));
        all.put("spectral_rolloff", c -> new SpectralRolloff().of(c.sound(), c.framing()));
        all.put("spectral_flatness", c -> new SpectralFlatness().of(c.sound(), c.framing()));
        all.put(
                "spectral_contrast",
                c -> new SpectralContrast(200, c.contrastBands(), 0.02).of(c.sound(), c.framing()));
        all.put("istft", LibrosaParityTest::istft);
        all.put("griffinlim", LibrosaParityTest::griffinLim);
        return all.entrySet().stream()
                .map(e -> new Feature(e.getKey(), e.getValue()))
                .toList();
    }

    private static MelFilterBank filters(LibrosaCase c) throws IOException {
        return new MelFilterBank(c.sound().sampleRate(), c.framing().fftSize(), c.bands());
    }

    private static double[][] mel(LibrosaCase c) throws IOException {
        return new MelSpectrogram(c.framing(), c.bands()).power(c.sound());
    }

    private static double[][] levels(LibrosaCase c) throws IOException {
        return Decibels.power().ofPower(mel(c));
    }

    private static double[][] mfcc(LibrosaCase c) throws IOException {
        return Mfcc.of(c.coefficients()).of(levels(c));
    }

    static Stream<Arguments> everyNumber() {
        return everyCase()
                .flatMap(c -> features().stream().filter(f -> c.has(f.name())).map(f -> Arguments.of(c, f)));
    }

    private static double worst(double[][] actual, double[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        double largest = 0;
        double worst = 0;
        for (int row = 0; row < expected.length; row++) {
            for (int t = 0; t < expected[row].length; t++) {
                largest = Math.max(largest, Math.abs(expected[row][t]));
                worst = Math.max(worst, Math.abs(actual[row][t] - expected[row][t]));
                assertThat(actual[row][t]).isNotNaN();
            }
        }
        return worst / largest;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyNumber")
    void equalsLibrosa(LibrosaCase c, Feature feature) throws IOException {
        assertThat(worst(feature.computation().of(c), c.expected(feature.name())))
                .isLessThanOrEqualTo(SHARE_OF_LARGEST);
    }

    private static double[][] row(float[] samples) {
        double[][] row = new double[1][samples.length];
        Arrays.setAll(row[0], i -> samples[i]);
        return row;
    }

    /** The spectrogram fades to one half at its end. */
    private static double[][] istft(LibrosaCase c) throws IOException {
        ComplexSpectrogram spectrogram = new Stft(c.framing()).of(c.sound());
        for (double[][] part : List.of(spectrogram.re(), spectrogram.im())) {
            for (double[] values : part) {
                Arrays.setAll(values, t -> values[t] * (1 - 0.5 * t / (values.length - 1)));
            }
        }
        return row(new Istft(c.framing(), OptionalInt.of(c.sound().samples().length)).of(spectrogram));
    }

    private static double[][] griffinLim(LibrosaCase c) throws IOException {
        GriffinLim fourRounds = new GriffinLim(c.framing(), 4, 0.99, GriffinLim.Start.ZERO, 0);
        double[][] magnitude = new Stft(c.framing()).magnitude(c.sound());
        OptionalInt length = OptionalInt.of(c.sound().samples().length);
        return row(fourRounds.of(magnitude, c.sound().sampleRate(), length).samples());
    }

    static Stream<LibrosaCase> everyCase() {
        return Stream.concat(LibrosaCase.made(), LibrosaCase.found().stream());
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void zeroCrossingsAreExact(LibrosaCase c) throws IOException {
        double[] rate = new ZeroCrossingRate().of(c.sound(), c.framing())[0];
        double[] expected = c.expected("zero_crossing_rate")[0];
        for (int t = 0; t < expected.length; t++) {
            assertThat((float) rate[t]).as("frame %s", t).isEqualTo((float) expected[t]);
        }
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void rollOffIsTheSameBin(LibrosaCase c) throws IOException {
        double[] hz = new SpectralRolloff().of(c.sound(), c.framing())[0];
        double[] expected = c.expected("spectral_rolloff")[0];
        double bin = (double) c.sound().sampleRate() / c.framing().fftSize();
        for (int t = 0; t < expected.length; t++) {
            assertThat(Math.rint(hz[t] / bin)).as("frame %s", t).isEqualTo(Math.rint(expected[t] / bin));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyNumber")
    void comparisonCatchesAThousandth(LibrosaCase c, Feature feature) throws IOException {
        double[][] expected = c.expected(feature.name());
        double[][] louder = Stream.of(expected)
                .map(row -> Arrays.stream(row).map(value -> 1.001 * value).toArray())
                .toArray(double[][]::new);
        assertThat(worst(louder, expected)).isGreaterThan(SHARE_OF_LARGEST);
    }

    @Test
    void soundsOfTheReferenceWereThere() {
        if (LibrosaCase.found().isEmpty()) {
            Assumptions.abort("no librosa numbers at " + LibrosaCase.REFERENCE);
        }
        assertThat(everyNumber().count()).isGreaterThan(100);
    }

    @Test
    void theUsualSettingsHaveAShortName() throws IOException {
        LibrosaCase tones = LibrosaCase.made().findFirst().orElseThrow();
        assertThat(new LogMel(512, 160, 24).of(tones.sound())).isDeepEqualTo(levels(tones));
    }
}
