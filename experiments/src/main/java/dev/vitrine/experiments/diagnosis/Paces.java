package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far one step moves the weights, by epoch, as it would at the learning rate that training began with.
 *
 * @param ratios update over weight, the median over the layers
 * @param losses mean training loss
 * @param right share of training parts judged rightly
 * @param unknowing the loss of a network that knows nothing
 */
record Paces(double[] ratios, double[] losses, double[] right, double unknowing) {
    private static final double USUAL = 1e-3;

    static Optional<Paces> of(Evidence evidence) {
        if (evidence.layers().isEmpty() || evidence.metrics().isEmpty()) {
            return Optional.empty();
        }
        Weights weights = Weights.of(evidence, evidence.layers().get());
        Columns metrics = evidence.metrics().get().fold(1);
        double[] rates = metrics.column("learning_rate");
        double[] ratios = new double[Math.min(weights.count(), rates.length)];
        double begin = evidence.config().plan().learningRate();
        for (int epoch = 0; epoch < ratios.length; epoch++) {
            ratios[epoch] = weights.update(epoch) * begin / rates[epoch];
        }
        return Arrays.stream(ratios).anyMatch(Double::isFinite)
                ? Optional.of(new Paces(
                        ratios,
                        metrics.column("loss"),
                        metrics.column("train_part_accuracy"),
                        Math.log(evidence.config().classes().size())))
                : Optional.empty();
    }

    double largest() {
        return Arrays.stream(ratios).filter(Double::isFinite).max().orElseThrow();
    }

    double median() {
        double[] sorted =
                Arrays.stream(ratios).filter(Double::isFinite).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    double lastRight() {
        return right[right.length - 1];
    }

    double largestLoss() {
        return Arrays.stream(losses).max().orElseThrow();
    }

    LineChart chart(String title, double bound, String name) {
        return new LineChart(
                title,
                "epoch",
                "log10 of update norm over weight norm",
                List.of(Series.byEpoch("this run", Weights.powers(ratios))),
                List.of(new Level("usual", Math.log10(USUAL)), new Level(name, Math.log10(bound))));
    }
}
