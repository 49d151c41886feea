package dev.vitrine.experiments.catsdogs;

import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.SmallMultiples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The charts of a cats-dogs run: what went in, and what the network makes of either class. */
final class CatsDogsCharts {
    private static final int PER_CLASS = 2;
    private static final int WAVEFORM_SECONDS = 5;

    private final Path folder;
    private final TrainedRun run;
    private final CatsDogsMaterial material;

    /** Charts of a run, to be written into {@code folder}. */
    CatsDogsCharts(Path folder, TrainedRun run, CatsDogsMaterial material) {
        this.folder = folder;
        this.run = run;
        this.material = material;
    }

    /** Writes them. */
    void write(Portrait portrait) throws IOException {
        waveforms();
        portrait.writeNetwork(folder);
        gapByClass(portrait);
    }

    private void waveforms() throws IOException {
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            material.clips().stream()
                    .filter(clip -> clip.label() == wanted)
                    .limit(PER_CLASS)
                    .forEach(clip -> panels.add(waveform(material.clip(clip.name()))));
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
        return new SmallMultiples.Panel(clip.name(), material.classes().get(clip.label()), seconds, values);
    }

    private static double[] map(double[] values, DoubleUnaryOperator each) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            mapped[i] = each.applyAsDouble(values[i]);
        }
        return mapped;
    }

    private void gapByClass(Portrait portrait) throws IOException {
        List<BarChart.Bars> means = new ArrayList<>();
        List<BarChart.Bars> contributions = new ArrayList<>();
        List<Clip> test =
                run.config().splits().get(0).test().stream().map(material::clip).toList();
        for (int label = 0; label < 2; label++) {
            int wanted = label;
            List<double[]> vectors = portrait.gapVectors(
                    test.stream().filter(clip -> clip.label() == wanted).toList());
            String name = material.classes().get(label);
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
