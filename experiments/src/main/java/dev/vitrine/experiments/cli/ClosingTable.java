package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.ClipBootstrap;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.recipe.Training;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a run has reached, beside what it should and what simpler things reach. */
final class ClosingTable {
    private ClosingTable() {}

    /**
     * What training left.
     *
     * @param weights of the network
     * @param partAccuracy on training clips after the last epoch, 0 to 1
     */
    record Trained(int weights, double partAccuracy) {
        static Trained of(int weights, List<MetricsFile.Row> metrics, int epochs) {
            return new Trained(
                    weights,
                    metrics.stream()
                            .filter(row -> row.values().get(1) == epochs)
                            .mapToDouble(row -> row.values().get(Training.COLUMNS.indexOf("train_part_accuracy")))
                            .average()
                            .orElse(Double.NaN));
        }
    }

    /** The table of a run. */
    static String of(Experiment experiment, DataSource source, Results results, Trained trained) {
        List<List<String>> rows = new ArrayList<>();
        for (Claim claim : experiment.claims(source)) {
            rows.add(List.of(claim.what(), claim.perPart(), claim.perClip()));
        }
        Score ours = results.score();
        rows.add(List.of("always the more frequent class", percent(ours.partMajority()), percent(ours.clipMajority())));
        Score baseline = results.baseline();
        rows.add(List.of(
                experiment.baseline(),
                Claim.NONE,
                Confidence.ofProportion(baseline.clipsRight(), baseline.clipCount())
                        .percent()));
        ClipBootstrap.Range parts = ClipBootstrap.ofPartAccuracy(results.verdicts());
        rows.add(List.of(
                String.format(Locale.ROOT, "this network, %,d weights", trained.weights()),
                new Interval(ours.partAccuracy(), parts.low(), parts.high()).percent(),
                Confidence.ofProportion(ours.clipsRight(), ours.clipCount()).percent()));
        rows.add(List.of(
                "  on training clips, by the last epoch",
                percent(trained.partAccuracy()),
                gap(experiment, trained, ours)));
        rows.add(List.of("  each class counted the same", Claim.NONE, percent(ours.balancedAccuracy())));
        if (results.folds().size() > 1) {
            rows.add(List.of(
                    "  mean of " + results.folds().size() + " folds",
                    folds(results, Score::partAccuracy),
                    folds(results, Score::clipAccuracy)));
        }
        boolean whole = experiment.part().equals(Experiment.WHOLE);
        List<String> heads = List.of("held-out sounds, 95 % interval", "per " + experiment.part(), "per clip");
        return whole
                ? new TextTable(List.of(heads.get(0), heads.get(2)), withoutParts(rows)).render()
                : new TextTable(heads, rows).render();
    }

    private static List<List<String>> withoutParts(List<List<String>> rows) {
        return rows.stream().map(row -> List.of(row.get(0), row.get(2))).toList();
    }

    private static String gap(Experiment experiment, Trained trained, Score ours) {
        return experiment.part().equals(Experiment.WHOLE)
                ? String.format(
                        Locale.ROOT,
                        "%.1f %%, %+.1f points",
                        100 * trained.partAccuracy(),
                        100 * (trained.partAccuracy() - ours.clipAccuracy()))
                : Claim.NONE;
    }

    private static String folds(Results results, ToDoubleFunction<Score> number) {
        double[] values = results.perFold(number);
        return String.format(
                Locale.ROOT,
                "%.1f ± %.1f %%",
                100 * Confidence.mean(values),
                100 * Confidence.standardDeviation(values));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
