package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureSink;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Holds features as finely as a picture can show them: of spectra the strongest, of others the mean of neighbours. */
final class ChartSink implements FeatureSink {
    private static final int MOST_COLUMNS = 600;
    private static final int MOST_ROWS = 257;
    private static final Set<Feature> STRONGEST = EnumSet.of(Feature.STFT_MAGNITUDE, Feature.MEL_POWER);

    /** What the charts are drawn from. */
    static final Set<Feature> WANTED = EnumSet.of(
            Feature.STFT_MAGNITUDE,
            Feature.MEL_POWER,
            Feature.MFCC,
            Feature.CHROMA_STFT,
            Feature.RMS,
            Feature.ZERO_CROSSING_RATE,
            Feature.SPECTRAL_CENTROID,
            Feature.SPECTRAL_BANDWIDTH,
            Feature.SPECTRAL_ROLLOFF);

    private final Map<Feature, double[][]> reduced = new EnumMap<>(Feature.class);
    private int frames;

    @Override
    public void begin(Feature feature, int rows, int columns) {
        frames = columns;
        reduced.put(feature, new double[Math.min(rows, MOST_ROWS)][Math.min(columns, MOST_COLUMNS)]);
    }

    @Override
    public void column(Feature feature, int t, double[] values) {
        double[][] into = of(feature);
        int column = group(t, frames, into[0].length);
        double share = 1.0 / size(column, frames, into[0].length);
        for (int row = 0; row < values.length; row++) {
            int group = group(row, values.length, into.length);
            into[group][column] = STRONGEST.contains(feature)
                    ? Math.max(into[group][column], values[row])
                    : into[group][column] + share * values[row];
        }
    }

    private static int group(int index, int count, int groups) {
        return (int) ((long) index * groups / count);
    }

    /** How many of {@code count} indices are in a group. */
    private static int size(int group, int count, int groups) {
        return (int) (first(group + 1, count, groups) - first(group, count, groups));
    }

    private static long first(int group, int count, int groups) {
        return ((long) group * count + groups - 1) / groups;
    }

    double[][] of(Feature feature) {
        return reduced.getOrDefault(feature, new double[1][1]);
    }

    /** The same as levels below the strongest, in dB, none more than 80 below. */
    double[][] levels(Feature feature, int timesLog) {
        double[][] values = of(feature);
        double strongest =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElse(0);
        double[][] levels = new double[values.length][values[0].length];
        for (int row = 0; row < values.length; row++) {
            for (int t = 0; t < values[row].length; t++) {
                double share = strongest == 0 ? 0 : values[row][t] / strongest;
                levels[row][t] = Math.max(-80, timesLog * Math.log10(Math.max(1e-10, share)));
            }
        }
        return levels;
    }

    int frames() {
        return frames;
    }
}
