package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Layers that hardly any gradient arrives at, while others learn. */
record GradientsVanish() implements Diagnosis {
    private static final double SMALLEST_SHARE = 1e-5;
    private static final double SMALLEST = 1e-10;

    @Override
    public String fault() {
        return "vanishing-gradients";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.layers().isEmpty()) {
            return Answer.notRecorded();
        }
        Weights weights = Weights.of(evidence, evidence.layers().get());
        double[] first = weights.relative(0);
        double largest = Arrays.stream(first).filter(Double::isFinite).max().orElse(Double.NaN);
        if (Double.isNaN(largest)) {
            return Answer.notRecorded();
        }
        int smallest = smallestOf(first);
        boolean vanished = first[smallest] < SMALLEST_SHARE * largest || largest < SMALLEST;
        return vanished ? found(weights, smallest, largest == 0 ? 0 : first[smallest] / largest) : Answer.clear();
    }

    /** Frozen weights, which have no gradient, do not count. */
    private static int smallestOf(double[] values) {
        int smallest = -1;
        for (int i = 0; i < values.length; i++) {
            boolean first = smallest < 0 && Double.isFinite(values[i]);
            smallest = first || (smallest >= 0 && values[i] < values[smallest]) ? i : smallest;
        }
        return smallest;
    }

    private static Answer found(Weights weights, int layer, double share) {
        int last = weights.count() - 1;
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "Gradients vanish on their way back: measured against its weights, %s gets %.1g of what the"
                                + " layer that gets most does.",
                        weights.paths().get(layer),
                        share),
                "Put batch normalisation between the layers, use ReLU in place of sigmoids, or take fewer layers.",
                new LineChart(
                        "Gradient over weight by layer: where it falls, learning ends",
                        "layer, from input to output",
                        "log10 of gradient norm over weight norm",
                        List.of(
                                new Series("epoch 1", weights.numbers(), Weights.powers(weights.relative(0))),
                                new Series(
                                        "epoch " + (last + 1),
                                        weights.numbers(),
                                        Weights.powers(weights.relative(last))))));
    }
}
