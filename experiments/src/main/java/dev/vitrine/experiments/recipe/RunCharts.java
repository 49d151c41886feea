package dev.vitrine.experiments.recipe;

import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.ConfusionMatrix;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The charts that every run has: how training went, and which mistakes are left. */
public final class RunCharts {
    private static final int MOST_COLOURS = 5;

    private final Path folder;
    private final RunConfig config;
    private final Experiment experiment;

    /** Charts of a run, to be written into {@code folder}. */
    public RunCharts(Path folder, RunConfig config, Experiment experiment) {
        this.folder = folder;
        this.config = config;
        this.experiment = experiment;
    }

    /** Writes them. */
    public void write(List<MetricsFile.Row> metrics, Results results) throws IOException {
        loss(metrics);
        accuracy(metrics, results);
        gap(metrics);
        confusion(results);
        byClass(results);
        TopFive.write(folder, config.classes(), results.verdicts());
    }

    private boolean inParts() {
        return !experiment.part().equals(Experiment.WHOLE);
    }

    private void loss(List<MetricsFile.Row> metrics) throws IOException {
        ChartWriter.write(
                new LineChart(
                        "Training loss by epoch" + overFolds(),
                        "epoch",
                        experiment.objective().words() + " (nats)",
                        List.of(Series.byEpoch("training loss", byEpoch(metrics, "loss")))),
                folder,
                "loss");
    }

    private void accuracy(List<MetricsFile.Row> metrics, Results results) throws IOException {
        String per = ", per " + experiment.part();
        Series training = Series.byEpoch("training clips" + per, percent(metrics, "train_part_accuracy"));
        Series validation = Series.byEpoch("validation clips" + per, percent(metrics, "validation_part_accuracy"));
        Series clips = Series.byEpoch("validation clips, per clip", percent(metrics, "validation_clip_accuracy"));
        ChartWriter.write(
                new LineChart(
                        "Accuracy by epoch" + overFolds(),
                        "epoch",
                        "accuracy (%)",
                        inParts() ? List.of(training, validation, clips) : List.of(training, validation),
                        List.of(
                                new Level(
                                        "majority, per clip",
                                        100 * results.score().clipMajority()),
                                new Level(
                                        "logistic regression, per clip",
                                        100 * results.baseline().clipAccuracy()))),
                folder,
                "accuracy");
    }

    private void gap(List<MetricsFile.Row> metrics) throws IOException {
        double[] train = percent(metrics, "train_part_accuracy");
        double[] validation = percent(metrics, "validation_part_accuracy");
        double[] gap = new double[train.length];
        for (int epoch = 0; epoch < gap.length; epoch++) {
            gap[epoch] = train[epoch] - validation[epoch];
        }
        ChartWriter.write(
                new LineChart(
                        "How much better on clips it learns from, by epoch" + overFolds(),
                        "epoch",
                        "training less validation accuracy (points)",
                        List.of(Series.byEpoch("gap", gap)),
                        List.of(new Level("none", 0))),
                folder,
                "gap");
    }

    /** Of each class, how many of its clips are judged rightly, by the network and by the linear model. */
    private void byClass(Results results) throws IOException {
        ChartWriter.write(
                new BarChart(
                        "Held-out clips judged rightly, by class",
                        "class",
                        "accuracy (%)",
                        config.classes(),
                        List.of(
                                new BarChart.Bars("this network", recalls(results.score())),
                                new BarChart.Bars("linear model", recalls(results.baseline())))),
                folder,
                "accuracy-by-class");
    }

    private static double[] recalls(Score score) {
        double[] recalls = new double[score.clips().size()];
        for (int label = 0; label < recalls.length; label++) {
            List<Integer> row = score.clips().get(label);
            int all = row.stream().mapToInt(Integer::intValue).sum();
            recalls[label] = all == 0 ? 0 : 100.0 * row.get(label) / all;
        }
        return recalls;
    }

    private String overFolds() {
        int folds = config.splits().size();
        return folds == 1 ? "" : ", mean of " + folds + " folds";
    }

    private double[] percent(List<MetricsFile.Row> metrics, String column) {
        return DoubleStream.of(byEpoch(metrics, column))
                .map(share -> 100 * share)
                .toArray();
    }

    /** The mean over folds for each epoch. */
    private double[] byEpoch(List<MetricsFile.Row> metrics, String column) {
        int index = Training.COLUMNS.indexOf(column);
        double[] mean = new double[config.plan().epochs()];
        for (MetricsFile.Row row : metrics) {
            int epoch = row.values().get(1).intValue() - 1;
            mean[epoch] += row.values().get(index) / config.splits().size();
        }
        return mean;
    }

    private void confusion(Results results) throws IOException {
        confusion("clip", results.score().clips());
        if (inParts()) {
            confusion(experiment.part(), results.score().parts());
        }
    }

    private void confusion(String what, List<List<Integer>> table) throws IOException {
        int[][] counts = table.stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        ChartWriter.write(
                new ConfusionMatrix("Held-out " + what + "s: truth against verdict", config.classes(), counts),
                folder,
                "confusion-" + what + "s");
        ChartWriter.write(
                new BarChart(
                        "Held-out " + what + "s: how those of each class are judged",
                        "true class",
                        what + "s",
                        config.classes(),
                        counts.length <= MOST_COLOURS ? byVerdict(counts) : byRight(counts)),
                folder,
                "confusion-bars-" + what + "s");
    }

    private List<BarChart.Bars> byVerdict(int[][] counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(verdict ->
                        new BarChart.Bars("judged " + config.classes().get(verdict), column(counts, verdict)))
                .toList();
    }

    /** Of many classes only which are right: more bars than colours tell nothing. */
    private static List<BarChart.Bars> byRight(int[][] counts) {
        double[] right = new double[counts.length];
        double[] wrong = new double[counts.length];
        for (int label = 0; label < counts.length; label++) {
            right[label] = counts[label][label];
            wrong[label] = Arrays.stream(counts[label]).sum() - right[label];
        }
        return List.of(new BarChart.Bars("judged rightly", right), new BarChart.Bars("judged wrongly", wrong));
    }

    private static double[] column(int[][] counts, int verdict) {
        return Arrays.stream(counts).mapToDouble(row -> row[verdict]).toArray();
    }
}
