package dev.vitrine.experiments.comparison;

import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.McNemar;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Runs that were tested on the same clips. They are called A, B, C and so on. */
public final class Comparison {
    private static final int MOST = 8;

    private final List<FinishedRun> runs;

    /**
     * Compares runs.
     *
     * @throws UserError if there are fewer than two, too many, or two that were not tested on the same clips
     */
    public Comparison(List<FinishedRun> runs) {
        if (runs.size() < 2 || runs.size() > MOST) {
            throw new UserError("compare: expected 2 to %d runs, got %d".formatted(MOST, runs.size()));
        }
        this.runs = List.copyOf(runs);
        runs.forEach(run -> requireSameClips(runs.get(0), run));
    }

    private static void requireSameClips(FinishedRun first, FinishedRun other) {
        Map<String, Integer> some = first.truths();
        Map<String, Integer> others = other.truths();
        if (!some.equals(others)) {
            long shared = some.keySet().stream().filter(others::containsKey).count();
            throw new UserError(
                    "compare: %s and %s were tested on different clips (%d and %d, %d in both); compare runs of one seed, split and --folds"
                            .formatted(first.path(), other.path(), some.size(), others.size(), shared));
        }
    }

    private static String letter(int run) {
        return Character.toString((char) ('A' + run));
    }

    /** How much one run is better than another, clip by clip. */
    McNemar between(int first, int second) {
        Map<String, Boolean> a = runs.get(first).right();
        Map<String, Boolean> b = runs.get(second).right();
        int[] only = new int[2];
        a.forEach((clip, right) -> {
            boolean other = Objects.requireNonNull(b.get(clip));
            only[0] += right && !other ? 1 : 0;
            only[1] += !right && other ? 1 : 0;
        });
        return new McNemar(only[0], only[1]);
    }

    /** Tables for the console, at most 80 columns wide, behind the names of the runs. */
    public String tables() {
        StringBuilder text = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            text.append(letter(i)).append("  ").append(runs.get(i).path()).append('\n');
            rows.add(row(letter(i), runs.get(i)));
        }
        text.append('\n')
                .append(new TextTable(
                                List.of("", "test clips right, 95 %", "balanced", "linear", "weights", "training"),
                                rows)
                        .render());
        text.append('\n')
                .append(new TextTable(List.of("", "only the first", "only the second", "McNemar's p", ""), pairs())
                        .render());
        return text.toString();
    }

    private static List<String> row(String letter, FinishedRun run) {
        Score score = run.results().score();
        return List.of(
                letter,
                Confidence.ofProportion(score.clipsRight(), score.clipCount()).percent(),
                percent(score.balancedAccuracy()),
                percent(run.results().baseline().clipAccuracy()),
                run.cost()
                        .map(cost -> String.format(Locale.ROOT, "%,d", cost.weights()))
                        .orElse("-"),
                run.cost().map(cost -> seconds(cost.seconds())).orElse("-"));
    }

    static String seconds(double seconds) {
        return seconds < 90
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private List<List<String>> pairs() {
        List<List<String>> rows = new ArrayList<>();
        for (int a = 0; a < runs.size(); a++) {
            for (int b = a + 1; b < runs.size(); b++) {
                McNemar test = between(a, b);
                rows.add(List.of(
                        letter(a) + " and " + letter(b),
                        Integer.toString(test.onlyFirst()),
                        Integer.toString(test.onlySecond()),
                        String.format(Locale.ROOT, "%.3g", test.p()),
                        test.differ() ? "they differ" : "may be chance"));
            }
        }
        return rows;
    }

    /** Writes the charts. */
    public void draw(Path folder) throws IOException {
        ChartWriter.write(accuracy(), folder, "compare-accuracy");
        ChartWriter.write(clips(), folder, "compare-clips");
        List<Series> curves = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            double[] shares = runs.get(i).byEpoch("validation_part_accuracy");
            if (shares.length > 0) {
                curves.add(Series.byEpoch(
                        letter(i),
                        Arrays.stream(shares).map(share -> 100 * share).toArray()));
            }
        }
        if (!curves.isEmpty()) {
            Level majority = new Level(
                    "majority, per clip", 100 * runs.get(0).results().score().clipMajority());
            ChartWriter.write(
                    new LineChart(
                            "Validation accuracy by epoch, of all runs",
                            "epoch",
                            "accuracy (%)",
                            curves,
                            List.of(majority)),
                    folder,
                    "compare-epochs");
        }
    }

    private List<String> letters() {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            letters.add(letter(i));
        }
        return letters;
    }

    private BarChart accuracy() {
        double[] values = new double[runs.size()];
        double[] halves = new double[runs.size()];
        double[] linear = new double[runs.size()];
        double[] majority = new double[runs.size()];
        for (int i = 0; i < values.length; i++) {
            Score score = runs.get(i).results().score();
            Interval interval = Confidence.wilson(score.clipsRight(), score.clipCount());
            values[i] = 100 * interval.estimate();
            halves[i] = 50 * (interval.high() - interval.low());
            linear[i] = 100 * runs.get(i).results().baseline().clipAccuracy();
            majority[i] = 100 * score.clipMajority();
        }
        return new BarChart(
                "Test clips judged rightly (bar: 95 % interval)",
                "run",
                "accuracy (%)",
                letters(),
                List.of(
                        new BarChart.Bars("network", values, halves),
                        new BarChart.Bars("linear model", linear),
                        new BarChart.Bars("always the same", majority)));
    }

    /** Each run against A. */
    private BarChart clips() {
        List<String> pairs = new ArrayList<>();
        double[] first = new double[runs.size() - 1];
        double[] second = new double[runs.size() - 1];
        for (int i = 1; i < runs.size(); i++) {
            McNemar test = between(0, i);
            pairs.add(String.format(Locale.ROOT, "A and %s, p = %.2g", letter(i), test.p()));
            first[i - 1] = test.onlyFirst();
            second[i - 1] = test.onlySecond();
        }
        return new BarChart(
                "Clips that only one of the two judges rightly (McNemar's test)",
                "runs",
                "test clips",
                pairs,
                List.of(new BarChart.Bars("only A", first), new BarChart.Bars("only the other", second)));
    }
}
