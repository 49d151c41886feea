package dev.vitrine.experiments.diagnosis;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.experiments.report.BarChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Batch normalisation that does not work: it never saw a batch, its channels are constant, or its weights are switched
 * off.
 */
record BatchNormAsleep() implements Diagnosis {
    private static final String MEAN = ".running_mean";

    /** Below the 1e-5 that is added to a variance, a channel is constant and what is put out is noise or nothing. */
    private static final double CONSTANT = 1e-6;

    private static final double OFF = 1e-3;
    private static final double MOST = 0.5;

    @Override
    public String fault() {
        return "batch-norm-asleep";
    }

    @Override
    public Answer examine(Evidence evidence) {
        Map<String, HostArray> weights = evidence.weights();
        if (weights.isEmpty()) {
            return Answer.notRecorded();
        }
        List<String> paths = weights.keySet().stream()
                .filter(path -> path.endsWith(MEAN))
                .map(path -> path.substring(0, path.length() - MEAN.length()))
                .toList();
        double[] asleep = paths.stream()
                .mapToDouble(
                        path -> Math.max(unused(weights, path), Math.max(constant(weights, path), off(weights, path))))
                .toArray();
        int worst = 0;
        for (int i = 1; i < asleep.length; i++) {
            worst = asleep[i] > asleep[worst] ? i : worst;
        }
        return asleep.length > 0 && asleep[worst] >= MOST ? found(weights, paths, asleep, worst) : Answer.clear();
    }

    private static double[] values(Map<String, HostArray> weights, String path) {
        return Objects.requireNonNull(weights.get(path), path).values();
    }

    /** 1 if the running statistics are those of a layer that has seen nothing. */
    private static double unused(Map<String, HostArray> weights, String path) {
        boolean first = Arrays.stream(values(weights, path + MEAN)).allMatch(v -> v == 0)
                && Arrays.stream(values(weights, path + ".running_var")).allMatch(v -> v == 1);
        return first ? 1 : 0;
    }

    private static double constant(Map<String, HostArray> weights, String path) {
        return share(values(weights, path + ".running_var"), CONSTANT);
    }

    private static double off(Map<String, HostArray> weights, String path) {
        return share(values(weights, path + ".weight"), OFF);
    }

    /** The share of values that are not above a bound. */
    private static double share(double[] values, double bound) {
        return (double) Arrays.stream(values).filter(v -> Math.abs(v) <= bound).count() / values.length;
    }

    private static Answer found(Map<String, HostArray> weights, List<String> paths, double[] asleep, int worst) {
        String path = paths.get(worst);
        String why = unused(weights, path) == 1
                ? "its running mean and variance are still 0 and 1, so it never saw a batch in training"
                : constant(weights, path) >= MOST
                        ? "the variance of %.0f %% of its channels is next to 0: what goes in is constant"
                                .formatted(100 * constant(weights, path))
                        : "%.0f %% of its channels are multiplied by next to 0".formatted(100 * off(weights, path));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            numbers.add(Integer.toString(i + 1));
        }
        return new Answer.Found(
                String.format(Locale.ROOT, "The batch normalisation %s does not work: %s.", path, why),
                "Train in training mode; look at what goes into this layer, and lower --lr.",
                new BarChart(
                        "Batch normalisation: channels that do nothing",
                        "batch normalisation, from input to output",
                        "channels (%)",
                        numbers,
                        List.of(new BarChart.Bars(
                                "asleep",
                                Arrays.stream(asleep).map(share -> 100 * share).toArray()))));
    }
}
