package dev.vitrine.experiments.recipe;

import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.ConfusionMatrix;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/** The charts that every run has: how training went, and which mistakes are left. */
public final class RunCharts {
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
        confusion(results);
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
    }
}
