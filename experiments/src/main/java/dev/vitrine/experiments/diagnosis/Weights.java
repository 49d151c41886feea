package dev.vitrine.experiments.diagnosis;

import java.util.Arrays;
import java.util.List;

/** Norms of the matrices of a network by epoch, in the first fold: of a gradient, a weight, an update. */
record Weights(Columns epochs, List<String> paths) {
    private static final String GRADIENT = "gradient:";
    private static final String WEIGHT = "weight:";
    private static final String UPDATE = "update:";

    /** What can be drawn on a logarithmic axis at the least. */
    private static final double SMALLEST = 1e-12;

    static Weights of(Evidence evidence, Columns layers) {
        Columns first = layers.fold(1);
        return new Weights(
                first, first.under(GRADIENT).stream().filter(evidence::isMatrix).toList());
    }

    double[] gradients(int epoch) {
        return paths.stream().mapToDouble(path -> at(GRADIENT + path, epoch)).toArray();
    }

    private double at(String column, int epoch) {
        return epochs.has(column) ? epochs.column(column)[epoch] : Double.NaN;
    }

    /** Gradient over weight, by layer. */
    double[] relative(int epoch) {
        return paths.stream()
                .mapToDouble(path -> at(GRADIENT + path, epoch) / at(WEIGHT + path, epoch))
                .toArray();
    }

    /** Update over weight, the median over the layers; NaN if not recorded. */
    double update(int epoch) {
        double[] ratios = paths.stream()
                .mapToDouble(path -> at(UPDATE + path, epoch) / at(WEIGHT + path, epoch))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2];
    }

    int count() {
        return epochs.rows().size();
    }

    /** 1, 2, 3, ... */
    double[] numbers() {
        double[] numbers = new double[paths.size()];
        Arrays.setAll(numbers, i -> i + 1.0);
        return numbers;
    }

    /** Powers of ten, for a chart; not-a-number counts as a thousand times the largest. */
    static double[] powers(double[] values) {
        double largest = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        return Arrays.stream(values)
                .map(v -> Double.isFinite(v) ? Math.max(v, SMALLEST) : 1000 * Math.max(largest, 1))
                .map(Math::log10)
                .toArray();
    }
}
