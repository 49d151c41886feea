package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.report.BarChart;
import java.util.List;
import java.util.Locale;

/** Channels that a ReLU never lets through, whatever goes in: they do not learn either. */
record DeadFilters() implements Diagnosis {
    private static final String DEAD = "dead:";
    private static final double MOST = 0.5;

    @Override
    public String fault() {
        return "dead-filters";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.layers().isEmpty() || evidence.layers().get().under(DEAD).isEmpty()) {
            return Answer.notRecorded();
        }
        Columns first = evidence.layers().get().fold(1);
        List<String> paths = first.under(DEAD);
        double[] shares =
                paths.stream().mapToDouble(path -> first.last(DEAD + path)).toArray();
        int worst = 0;
        for (int i = 1; i < shares.length; i++) {
            worst = shares[i] > shares[worst] ? i : worst;
        }
        return shares[worst] >= MOST ? found(paths, shares, worst) : Answer.clear();
    }

    private static Answer found(List<String> paths, double[] shares, int worst) {
        double[] percent = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            percent[i] = Double.isNaN(shares[i]) ? 0 : 100 * shares[i];
        }
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the channels behind %s are dead: over some dozen inputs they are never above 0,"
                                + " so no gradient passes them.",
                        percent[worst],
                        paths.get(worst)),
                "Lower --lr, normalise before the ReLU, or use a leaky ReLU.",
                new BarChart(
                        "Dead channels, layer by layer",
                        "ReLU",
                        "dead channels (%)",
                        paths,
                        List.of(new BarChart.Bars("dead", percent))));
    }
}
