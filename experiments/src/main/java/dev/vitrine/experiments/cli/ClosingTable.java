package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.recipe.ClipBootstrap;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a run has reached, beside what it should and what simpler things reach. */
final class ClosingTable {
    private static final String NONE = "-";

    private ClosingTable() {}

    /** The table for recordings: with the aim and what the original experiment reached. */
    static String ofRecordings(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("aim, leak-free 5 folds", "81.0 %", "86.0 %"));
        rows.add(List.of("original (10 clips, in its training pool)", "71.4 %", "70.0 % (34.8 to 93.3)"));
        return table(results, rows);
    }

    /** The table for sounds that the program made. */
    static String ofSynthesised(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("aim, synthesised", "85.0 %", NONE));
        return table(results, rows);
    }

    private static String table(Results results, List<List<String>> rows) {
        Score ours = results.score();
        rows.add(List.of(
                "always the more frequent class", percent(ours.secondMajority()), percent(ours.clipMajority())));
        Score baseline = results.baseline();
        rows.add(List.of(
                "logistic regression on log-mel",
                NONE,
                Confidence.ofProportion(baseline.clipsRight(), baseline.clipCount())
                        .percent()));
        ClipBootstrap.Range seconds = ClipBootstrap.ofSecondAccuracy(results.verdicts());
        rows.add(List.of(
                "this network, 3,041 weights",
                new Interval(ours.secondAccuracy(), seconds.low(), seconds.high()).percent(),
                Confidence.ofProportion(ours.clipsRight(), ours.clipCount()).percent()));
        if (results.folds().size() > 1) {
            rows.add(List.of(
                    "  mean of " + results.folds().size() + " folds",
                    folds(results, Score::secondAccuracy),
                    folds(results, Score::clipAccuracy)));
        }
        return new TextTable(List.of("held-out sounds, 95 % interval", "per second", "per clip"), rows).render();
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
