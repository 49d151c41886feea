package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.io.WavReader;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** librosa 0.10.2's own numbers, where they are at hand: worst difference 1e-4 of the feature's largest magnitude. */
class LibrosaParityTest {
    private static final double SHARE_OF_LARGEST = 1e-4;
    private static final Path REFERENCE =
            Path.of(System.getProperty("vitrine.data", "")).resolve("../reference/librosa");

    record Case(String stem, Framing framing, MelBands bands) {
        Waveform sound() throws IOException {
            return WavReader.read(REFERENCE.resolve(stem + ".wav"));
        }

        double[][] expected(String feature) throws IOException {
            return Npy.read(REFERENCE.resolve(stem + "." + feature + ".npy"));
        }

        MelSpectrogram mel() {
            return new MelSpectrogram(framing, bands);
        }
    }

    static Stream<Case> usual() {
        return Stream.of(
                new Case("chirp_22050", Framing.centered(2048, 512), MelBands.slaney(128)),
                new Case("notes_16000", Framing.centered(1024, 256), MelBands.slaney(64)),
                new Case("dog_barking_19", Framing.centered(2048, 512), MelBands.slaney(128)));
    }

    static Stream<Case> all() {
        Case htk = new Case(
                "chirp_44100_htk",
                new Framing(2048, 441, 1764, Padding.REFLECT),
                new MelBands(40, 50, 14000, MelScale.HTK, MelNorm.NONE));
        return Stream.concat(usual(), Stream.of(htk));
    }

    @BeforeEach
    void skipWithoutReference() {
        if (!Files.isDirectory(REFERENCE)) {
            Assumptions.abort("no librosa numbers at " + REFERENCE);
        }
    }

    private static double worst(double[][] actual, double[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        double largest = 0;
        double worst = 0;
        for (int row = 0; row < expected.length; row++) {
            for (int t = 0; t < expected[row].length; t++) {
                largest = Math.max(largest, Math.abs(expected[row][t]));
                worst = Math.max(worst, Math.abs(actual[row][t] - expected[row][t]));
            }
        }
        return worst / largest;
    }

    @ParameterizedTest
    @MethodSource("all")
    void stftMagnitude(Case c) throws IOException {
        assertThat(worst(new Stft(c.framing).magnitude(c.sound()), c.expected("stft_magnitude")))
                .isLessThan(SHARE_OF_LARGEST);
    }

    @ParameterizedTest
    @MethodSource("all")
    void melFilters(Case c) throws IOException {
        MelFilterBank filters = new MelFilterBank(c.sound().sampleRate(), c.framing.fftSize(), c.bands);
        assertThat(worst(filters.weights(), c.expected("mel_filters"))).isLessThan(SHARE_OF_LARGEST);
    }

    @ParameterizedTest
    @MethodSource("all")
    void melPower(Case c) throws IOException {
        assertThat(worst(c.mel().power(c.sound()), c.expected("mel_power"))).isLessThan(SHARE_OF_LARGEST);
    }

    @ParameterizedTest
    @MethodSource("all")
    void melDecibels(Case c) throws IOException {
        double[][] levels = Decibels.fromPower(c.mel().power(c.sound()), 80);
        assertThat(worst(levels, c.expected("mel_db"))).isLessThan(SHARE_OF_LARGEST);
    }

    @ParameterizedTest
    @MethodSource("usual")
    void logMelIsTheSameWithTheUsualSettings(Case c) throws IOException {
        LogMel logMel = new LogMel(c.framing.fftSize(), c.framing.hop(), c.bands.count());
        assertThat(worst(logMel.of(c.sound()), c.expected("mel_db"))).isLessThan(SHARE_OF_LARGEST);
    }

    @ParameterizedTest
    @MethodSource("all")
    void comparisonCatchesOneFrameOfShift(Case c) throws IOException {
        double[][] expected = c.expected("mel_db");
        double[][] shifted = Stream.of(expected)
                .map(row -> {
                    double[] moved = row.clone();
                    System.arraycopy(row, 0, moved, 1, row.length - 1);
                    return moved;
                })
                .toArray(double[][]::new);
        assertThat(worst(shifted, expected)).isGreaterThan(SHARE_OF_LARGEST);
    }
}
