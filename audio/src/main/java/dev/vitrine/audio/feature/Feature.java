package dev.vitrine.audio.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The features that {@link FeatureExtractor} gives; {@code word()} is librosa's name. */
public enum Feature {
    /** |X|, [F, T]. */
    STFT_MAGNITUDE,
    /** The weights of the mel bands, [M, F]; not of the sound, but of its sample rate. */
    MEL_FILTERS,
    /** Power by mel band, [M, T]. */
    MEL_POWER,
    /** The same in dB, with librosa's defaults, [M, T]. */
    MEL_DB,
    /** Mel-frequency cepstral coefficients, [K, T]. */
    MFCC,
    /** Their slopes over 9 frames, [K, T]. */
    MFCC_DELTA,
    /** Their curvatures over 9 frames, [K, T]. */
    MFCC_DELTA2,
    /** Pitch classes, [12, T]. */
    CHROMA_STFT,
    /** Root of the mean square, [1, T]. */
    RMS,
    /** Share of sign changes, [1, T]. */
    ZERO_CROSSING_RATE,
    /** Middle of the spectrum in Hz, [1, T]. */
    SPECTRAL_CENTROID,
    /** Spread of the spectrum in Hz, [1, T]. */
    SPECTRAL_BANDWIDTH,
    /** 85 % of the magnitude lie below, in Hz, [1, T]. */
    SPECTRAL_ROLLOFF,
    /** Geometric over arithmetic mean, [1, T]. */
    SPECTRAL_FLATNESS,
    /** Peaks above valleys by octave in dB, [7, T]. */
    SPECTRAL_CONTRAST;

    /** The name in librosa, and in file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The feature of that name. */
    public static Optional<Feature> called(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }

    /** All names, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Feature::word).toList();
    }
}
