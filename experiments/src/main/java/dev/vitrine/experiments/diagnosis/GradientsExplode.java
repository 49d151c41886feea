package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.Failure;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Gradients that are very large, or no numbers any more. */
record GradientsExplode() implements Diagnosis {
    private static final double LARGEST = 1000;

    @Override
    public String fault() {
        return "exploding-gradients";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.failure().isPresent()) {
            return broken(evidence.failure().get());
        }
        if (evidence.layers().isEmpty()) {
            return Answer.notRecorded();
        }
        Weights weights = Weights.of(evidence, evidence.layers().get());
        double largest = 0;
        int worst = 0;
        for (int epoch = 0; epoch < weights.count(); epoch++) {
            double norm = norm(weights.gradients(epoch));
            if (!(norm <= largest)) {
                largest = norm;
                worst = epoch;
            }
        }
        return largest > LARGEST || Double.isNaN(largest) ? found(weights, largest, worst) : Answer.clear();
    }

    /** Of frozen weights there is no gradient. */
    private static double norm(double[] norms) {
        return Math.sqrt(DoubleStream.of(norms)
                .filter(n -> !Double.isNaN(n))
                .map(n -> n * n)
                .sum());
    }

    private static Answer found(Weights weights, double largest, int epoch) {
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "Gradients explode: all together have norm %.3g after epoch %d, where 0.01 to 10 is usual; the"
                                + " largest is that of %s.",
                        largest,
                        epoch + 1,
                        weights.paths().get(largestOf(weights.gradients(epoch)))),
                "Scale the inputs to deviation 1, lower --lr, or clip the gradients.",
                new LineChart(
                        "Gradients by layer: powers of ten, from input to output",
                        "layer",
                        "log10 of the gradient's norm",
                        List.of(
                                new Series("epoch 1", weights.numbers(), Weights.powers(weights.gradients(0))),
                                new Series(
                                        "epoch " + (epoch + 1),
                                        weights.numbers(),
                                        Weights.powers(weights.gradients(epoch)))),
                        List.of(new Level("usual at most", 1))));
    }

    private static int largestOf(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static Answer broken(Failure failure) {
        List<String> paths = new ArrayList<>();
        List<Double> norms = new ArrayList<>();
        for (Map.Entry<String, Double> entry : failure.gradients().entrySet()) {
            if (entry.getKey().endsWith("weight")) {
                paths.add(Integer.toString(paths.size() + 1));
                norms.add(entry.getValue());
            }
        }
        double[] values = norms.stream().mapToDouble(Double::doubleValue).toArray();
        long lost = Arrays.stream(values).filter(v -> !Double.isFinite(v)).count();
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "Training broke off: %s; in the last step %d of %d weights had a gradient that is no number.",
                        failure.message(),
                        lost,
                        values.length),
                "Lower --lr; look for inputs that are very large or no numbers.",
                new BarChart(
                        "Gradients in the last step, by weight: highest where they are no numbers",
                        "weight, from input to output",
                        "log10 of the gradient's norm",
                        paths,
                        List.of(new BarChart.Bars("gradient", Weights.powers(values)))));
    }
}
