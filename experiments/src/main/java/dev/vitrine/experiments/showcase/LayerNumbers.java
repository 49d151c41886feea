package dev.vitrine.experiments.showcase;

import dev.vitrine.engine.io.HostArray;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a layer put out for one input, in numbers.
 *
 * @param layer its path
 * @param shape of what it put out
 * @param weights that it has, biases left out
 * @param mean of what it put out
 * @param deviation of the same
 * @param highest of the same
 * @param silent share of values that are 0
 */
record LayerNumbers(
        String layer, String shape, int weights, double mean, double deviation, double highest, double silent) {
    static final String HEADER = "layer,shape,weights,mean,deviation,highest,share of zeros";

    static LayerNumbers of(Layers.Layer layer, HostArray out) {
        double[] values = out.values();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        return new LayerNumbers(
                layer.path(),
                out.shape().toString().replace(", ", " x "),
                layer.weight().values().length,
                mean,
                Math.sqrt(squares),
                Arrays.stream(values).max().orElseThrow(),
                (double) Arrays.stream(values).filter(v -> v == 0).count() / values.length);
    }

    /** A line of a CSV file. */
    String line() {
        return String.format(
                Locale.ROOT, "%s,%s,%d,%.6g,%.6g,%.6g,%.4f", layer, shape, weights, mean, deviation, highest, silent);
    }
}
