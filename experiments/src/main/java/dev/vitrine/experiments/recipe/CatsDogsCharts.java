package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.ConfusionMatrix;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.SmallMultiples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The charts of a finished run: what went in, how training went, what came out. */
public final class CatsDogsCharts {
    private static final int PER_CLASS = 2;
    private static final int WAVEFORM_SECONDS = 5;

    private final Path folder;
    private final RunConfig config;
    private final ClipSet clips;

    /** Charts of a run, to be written into {@code folder}. */
    public CatsDogsCharts(Path folder, RunConfig config, ClipSet clips) {
        this.folder = folder;
        this.config = config;
        this.clips = clips;
    }

    /** Writes all charts of the run. */
    public void write(List<MetricsFile.Row> metrics, Results results, Portrait portrait) throws IOException {
        waveforms();
        training(metrics, results);
        confusion(results);
        portrait.writeNetwork(folder);
        gapByClass(portrait);
    }

    private void waveforms() throws IOException {
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            clips.clips().stream()
                    .filter(clip -> clip.label() == wanted)
                    .limit(PER_CLASS)
                    .forEach(clip -> panels.add(waveform(clip)));
        }
        ChartWriter.write(
                new SmallMultiples(
                        "Two cats and two dogs: the first " + WAVEFORM_SECONDS + " seconds",
                        "time (s)",
                        "amplitude",
                        2,
                        panels),
                folder,
                "waveforms");
    }

    private SmallMultiples.Panel waveform(Clip clip) {
        float[] samples = clip.sound().samples();
        int shown = Math.min(samples.length, WAVEFORM_SECONDS * clip.sound().sampleRate());
        double[] seconds = new double[shown];
        double[] values = new double[shown];
        for (int i = 0; i < shown; i++) {
            seconds[i] = (double) i / clip.sound().sampleRate();
            values[i] = samples[i];
        }
        return new SmallMultiples.Panel(clip.name(), clips.classes().get(clip.label()), seconds, values);
    }

    private void training(List<MetricsFile.Row> metrics, Results results) throws IOException {
        double[] loss = byEpoch(metrics, "loss");
        ChartWriter.write(
                new LineChart(
                        "Training loss falls" + overFolds(),
                        "epoch",
                        "binary cross-entropy (nats)",
                        List.of(Series.byEpoch("training loss", loss))),
                folder,
                "loss");
        ChartWriter.write(
                new LineChart(
                        "Accuracy by epoch" + overFolds(),
                        "epoch",
                        "accuracy (%)",
                        List.of(
                                Series.byEpoch("training clips, per second", percent(metrics, "train_second_accuracy")),
                                Series.byEpoch(
                                        "validation clips, per second", percent(metrics, "validation_second_accuracy")),
                                Series.byEpoch(
                                        "validation clips, per clip", percent(metrics, "validation_clip_accuracy"))),
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
        return config.plan().folds() == 1 ? "" : ", mean of " + config.plan().folds() + " folds";
    }

    private double[] percent(List<MetricsFile.Row> metrics, String column) {
        return map(byEpoch(metrics, column), value -> 100 * value);
    }

    private static double[] map(double[] values, DoubleUnaryOperator each) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            mapped[i] = each.applyAsDouble(values[i]);
        }
        return mapped;
    }

    /** The mean over folds for each epoch. */
    private double[] byEpoch(List<MetricsFile.Row> metrics, String column) {
        int index = CatsDogsTraining.COLUMNS.indexOf(column);
        double[] mean = new double[config.plan().epochs()];
        for (MetricsFile.Row row : metrics) {
            int epoch = row.values().get(1).intValue() - 1;
            mean[epoch] += row.values().get(index) / config.plan().folds();
        }
        return mean;
    }

    private void confusion(Results results) throws IOException {
        ChartWriter.write(
                new ConfusionMatrix(
                        "Held-out clips: truth against verdict",
                        CatsDogs.CLASSES,
                        counts(results.score().clips())),
                folder,
                "confusion-clips");
        ChartWriter.write(
                new ConfusionMatrix(
                        "Held-out seconds: truth against verdict",
                        CatsDogs.CLASSES,
                        counts(results.score().seconds())),
                folder,
                "confusion-seconds");
    }

    private static int[][] counts(List<List<Integer>> table) {
        return table.stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void gapByClass(Portrait portrait) throws IOException {
        List<BarChart.Bars> means = new ArrayList<>();
        List<BarChart.Bars> contributions = new ArrayList<>();
        List<Clip> test = Split.named(clips, config.splits().get(0).test());
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            List<double[]> vectors = portrait.gapVectors(
                    test.stream().filter(clip -> clip.label() == wanted).toList());
            String name = clips.classes().get(label);
            double[] mean = mean(vectors);
            means.add(new BarChart.Bars(name, mean, deviation(vectors, mean)));
            contributions.add(new BarChart.Bars(name, portrait.contributions(mean)));
        }
        ChartWriter.write(
                new BarChart(
                        "What the ten channels say, mean over held-out clips (bar: one deviation)",
                        "channel",
                        "mean activation over time",
                        Portrait.channels(),
                        means),
                folder,
                "gap-by-class");
        ChartWriter.write(
                new BarChart(
                        "What each channel adds to the logit, by class (above 0 speaks for dog)",
                        "channel",
                        "weight × mean activation",
                        Portrait.channels(),
                        contributions),
                folder,
                "contributions-by-class");
    }

    private static double[] mean(List<double[]> vectors) {
        double[] mean = new double[vectors.get(0).length];
        vectors.forEach(vector -> {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += vector[c] / vectors.size();
            }
        });
        return mean;
    }

    private static double[] deviation(List<double[]> vectors, double[] mean) {
        double[] square = new double[mean.length];
        vectors.forEach(vector -> {
            for (int c = 0; c < mean.length; c++) {
                square[c] += (vector[c] - mean[c]) * (vector[c] - mean[c]) / vectors.size();
            }
        });
        return map(square, Math::sqrt);
    }
}
