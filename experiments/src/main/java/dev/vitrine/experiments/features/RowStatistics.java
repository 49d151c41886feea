package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureOptions;
import dev.vitrine.audio.feature.FeatureSink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mean and standard deviation of each bin of each feature of one file, as a row of a table.
 *
 * <p>Source: Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products", Technometrics 1962.
 */
final class RowStatistics implements FeatureSink {
    /** The pitch classes, row by row of chroma. */
    static final List<String> CLASSES = List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

    private final Map<Feature, double[]> means = new EnumMap<>(Feature.class);
    private final Map<Feature, double[]> squares = new EnumMap<>(Feature.class);
    private int frames;

    @Override
    public void begin(Feature feature, int rows, int columns) {
        means.put(feature, new double[rows]);
        squares.put(feature, new double[rows]);
        frames = columns;
    }

    @Override
    public void column(Feature feature, int t, double[] values) {
        double[] mean = means.getOrDefault(feature, new double[0]);
        double[] square = squares.getOrDefault(feature, new double[0]);
        for (int row = 0; row < mean.length; row++) {
            double before = values[row] - mean[row];
            mean[row] += before / (t + 1);
            square[row] += before * (values[row] - mean[row]);
        }
    }

    /** The cells for these features; empty ones where a feature could not be computed. */
    List<String> cells(FeatureOptions options, Set<Feature> features) {
        List<String> cells = new ArrayList<>();
        for (Feature feature : features) {
            double[] mean = means.get(feature);
            double[] square = squares.get(feature);
            for (int row = 0; row < rows(feature, options); row++) {
                cells.add(mean == null ? "" : Double.toString(mean[row]));
                cells.add(square == null ? "" : Double.toString(Math.sqrt(square[row] / frames)));
            }
        }
        return cells;
    }

    /** The names of the cells, such as {@code mfcc_0_mean, mfcc_0_std}. */
    static List<String> names(FeatureOptions options, Set<Feature> features) {
        List<String> names = new ArrayList<>();
        for (Feature feature : features) {
            int rows = rows(feature, options);
            for (int row = 0; row < rows; row++) {
                String name = feature.word() + bin(feature, row, rows);
                names.add(name + "_mean");
                names.add(name + "_std");
            }
        }
        return names;
    }

    private static String bin(Feature feature, int row, int rows) {
        if (rows == 1) {
            return "";
        }
        return "_" + (feature == Feature.CHROMA_STFT ? CLASSES.get(row) : row);
    }

    private static int rows(Feature feature, FeatureOptions options) {
        return switch (feature) {
            case STFT_MAGNITUDE -> options.framing().bins();
            case MEL_FILTERS, MEL_POWER, MEL_DB -> options.bands().count();
            case MFCC, MFCC_DELTA, MFCC_DELTA2 -> options.coefficients();
            case CHROMA_STFT -> CLASSES.size();
            case SPECTRAL_CONTRAST -> 7;
            case RMS, ZERO_CROSSING_RATE, SPECTRAL_CENTROID, SPECTRAL_BANDWIDTH, SPECTRAL_ROLLOFF, SPECTRAL_FLATNESS ->
                1;
        };
    }
}
