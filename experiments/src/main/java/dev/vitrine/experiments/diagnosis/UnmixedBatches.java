package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.BatchMix;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Batches that were not shuffled: each holds few of the classes. */
record UnmixedBatches() implements Diagnosis {
    private static final String CLASS = "class_";
    private static final int MOST_POINTS = 300;

    @Override
    public String fault() {
        return "unshuffled-batches";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.batches().isEmpty()) {
            return Answer.notRecorded();
        }
        Columns first = evidence.batches().get().fold(1);
        List<int[]> counts = new ArrayList<>();
        int skipped = first.names().size() - first.under(CLASS).size();
        first.rows()
                .forEach(row -> counts.add(row.values().stream()
                        .skip(skipped)
                        .mapToInt(Double::intValue)
                        .toArray()));
        counts.removeIf(batch -> Arrays.stream(batch).sum() == 0);
        if (counts.isEmpty()) {
            return Answer.notRecorded();
        }
        BatchMix mix = new BatchMix(counts);
        return mix.mixed() ? Answer.clear() : found(mix, evidence.config().classes());
    }

    private static Answer found(BatchMix mix, List<String> names) {
        long batches = mix.counts().size();
        long single = Arrays.stream(mix.purities()).filter(p -> p == 1).count();
        long classes = Arrays.stream(mix.shares()).filter(share -> share > 0).count();
        long whole = mix.counts().stream()
                .filter(batch -> Arrays.stream(batch).filter(n -> n > 0).count() == classes)
                .count();
        String atRandom = String.format(
                Locale.ROOT,
                "%.0f %% of a batch is of one class, against %.0f %% if drawn at random",
                100 * mix.purity(),
                100 * mix.purityAtRandom());
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "Batches were not shuffled: %s; %.0f %% of the batches hold one class only, %.0f %% hold all"
                                + " %d; %s.",
                        atRandom,
                        100.0 * single / batches,
                        100.0 * whole / batches,
                        classes,
                        drift(mix, names)),
                "Shuffle the whole training part, not a few files in turn, before batches are cut.",
                new LineChart(
                        "Batch purity: " + atRandom,
                        "training step",
                        "share of the most frequent class (%)",
                        List.of(purity(mix.purities())),
                        List.of(new Level("drawn at random", 100 * mix.purityAtRandom()))));
    }

    /** The class whose share changes most from the first fifth of the training to the last. */
    private static String drift(BatchMix mix, List<String> names) {
        List<int[]> fifths = mix.fifths().counts();
        double[] early = new BatchMix(fifths.subList(0, 1)).shares();
        double[] late = new BatchMix(fifths.subList(fifths.size() - 1, fifths.size())).shares();
        int most = 0;
        for (int k = 1; k < early.length; k++) {
            most = Math.abs(late[k] - early[k]) > Math.abs(late[most] - early[most]) ? k : most;
        }
        return String.format(
                Locale.ROOT,
                "%s is %.0f %% of the first fifth and %.0f %% of the last",
                names.get(most),
                100 * early[most],
                100 * late[most]);
    }

    /** Means over neighbouring steps, where there are very many. */
    private static Series purity(double[] purities) {
        int each = (purities.length + MOST_POINTS - 1) / MOST_POINTS;
        int points = (purities.length + each - 1) / each;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            int from = i * each;
            int to = Math.min(purities.length, from + each);
            x[i] = (from + 1 + to) / 2.0;
            y[i] = 100 * Arrays.stream(purities, from, to).average().orElseThrow();
        }
        return new Series("batches of this run", x, y);
    }
}
