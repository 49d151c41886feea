package dev.vitrine.audio.feature;

import java.util.EnumMap;
import java.util.Map;

/** Holds features whole, [row][frame]. */
public final class FeatureArrays implements FeatureSink {
    private final Map<Feature, double[][]> arrays = new EnumMap<>(Feature.class);

    @Override
    public void begin(Feature feature, int rows, int columns) {
        arrays.put(feature, new double[rows][columns]);
    }

    @Override
    public void column(Feature feature, int t, double[] values) {
        Columns.put(values, of(feature), t);
    }

    /** Tells whether the feature could be computed. */
    public boolean has(Feature feature) {
        return arrays.containsKey(feature);
    }

    /**
     * The feature, [row][frame].
     *
     * @throws IllegalArgumentException if it was not computed
     */
    public double[][] of(Feature feature) {
        double[][] values = arrays.get(feature);
        if (values == null) {
            throw new IllegalArgumentException(feature.word() + " was not computed");
        }
        return values;
    }
}
