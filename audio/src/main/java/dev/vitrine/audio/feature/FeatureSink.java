package dev.vitrine.audio.feature;

/** Takes features as they are computed, frame by frame. */
public interface FeatureSink {
    /**
     * A feature begins, before its first column.
     *
     * @param rows its first axis
     * @param columns its second axis: frames, but for {@link Feature#MEL_FILTERS}
     */
    void begin(Feature feature, int rows, int columns);

    /**
     * One column of a feature; columns come in order, 0 first.
     *
     * @param values one for each row; valid during the call
     */
    void column(Feature feature, int t, double[] values);
}
