package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.inspect.Trace;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RocArea;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The charts of a run: the trade between hits and false alarms, and what every layer makes of the sound. */
final class AudiosetCharts {
    private static final int PICTURED = 60;

    private final Path folder;
    private final TrainedRun run;
    private final Material material;
    private final Variant variant;

    /** Charts of a run, to be written into {@code folder}. */
    AudiosetCharts(Path folder, TrainedRun run, Material material, Variant variant) {
        this.folder = folder;
        this.run = run;
        this.material = material;
        this.variant = variant;
    }

    /** Writes them. */
    void write(Results results) throws IOException {
        roc(results);
        if (material instanceof EmbeddingMaterial embeddings) {
            neighbours(embeddings);
        }
        layers();
    }

    private void roc(Results results) throws IOException {
        ChartWriter.write(
                new LineChart(
                        material.classes().get(AudiosetExperiment.SOUND) + ": hits against false alarms",
                        "false alarms (% of the others)",
                        "hits (% of the clips that have it)",
                        List.of(
                                curve(variant.word(), results.verdicts()),
                                curve("logistic", results.baselineVerdicts()),
                                new Series("chance", new double[] {0, 100}, new double[] {0, 100}))),
                folder,
                "roc");
    }

    private static Series curve(String name, List<ClipVerdict> verdicts) {
        List<RocArea.Point> points = RocArea.curve(verdicts, AudiosetExperiment.SOUND);
        return new Series(
                name,
                points.stream().mapToDouble(p -> 100 * p.falseAlarms()).toArray(),
                points.stream().mapToDouble(p -> 100 * p.hits()).toArray());
    }

    /** How alike two of the 128 numbers are by their distance: on an axis with neighbours, near ones are more alike. */
    private void neighbours(EmbeddingMaterial embeddings) throws IOException {
        double[] alike = Correlation.byDistance(
                embeddings.clips().stream()
                        .map(clip -> embeddings.embedding(clip).values())
                        .toList(),
                Embedding.VGGISH_WIDTH);
        double[] distance = new double[alike.length];
        double mean = 0;
        for (int d = 0; d < alike.length; d++) {
            distance[d] = d + 1;
            mean += alike[d] / alike.length;
        }
        ChartWriter.write(
                new LineChart(
                        "The 128 numbers of a second have no neighbours: near ones are no more alike than far ones",
                        "distance of two of the 128 numbers",
                        "mean |correlation| over all seconds",
                        List.of(new Series("embedding", distance, alike)),
                        List.of(new Level("mean over all distances", mean), new Level("unrelated", 0))),
                folder,
                "no-neighbours");
    }

    private void layers() throws IOException {
        List<Labelled> test =
                Split.named(material.clips(), run.config().splits().get(0).test());
        Lens lens = run.lens(material, 0);
        List<Layers> means = new ArrayList<>();
        for (int label : new int[] {AudiosetExperiment.SOUND, 1 - AudiosetExperiment.SOUND}) {
            means.add(new Layers(
                    material.classes().get(label),
                    test.stream()
                            .filter(clip -> clip.label() == label)
                            .limit(PICTURED)
                            .map(clip -> trace(lens, clip))
                            .toList()));
        }
        for (int i = 0; i < variant.layers().size(); i++) {
            String path = variant.layers().get(i);
            ChartWriter.write(
                    new Tiles(
                            String.format(
                                    Locale.ROOT,
                                    "Convolution %d after ReLU (%s): mean over held-out clips",
                                    i + 1,
                                    path),
                            variant.inChannels() ? "channel" : "place among the numbers",
                            "time (frames, or steps of pooled frames)",
                            "activation",
                            2,
                            means.stream()
                                    .map(mean -> new Tiles.Matrix(mean.name(), mean.of(path)))
                                    .toList()),
                    folder,
                    "activations-" + (i + 1));
        }
    }

    private Trace trace(Lens lens, Labelled clip) {
        float[] view = lens.views(clip).get(0).values();
        double[] values = new double[view.length];
        for (int i = 0; i < view.length; i++) {
            values[i] = view[i];
        }
        Shape shape = lens.inputs(1);
        return Trace.of(run.network(0), new HostArray(shape, values));
    }

    /** What the layers say of some clips of one class. */
    private record Layers(String name, List<Trace> traces) {
        /** Mean over the clips: channels by time, or of an image its width by its height, the mean over its channels. */
        double[][] of(String path) {
            int[] sizes = traces.get(0).out(path).shape().toArray();
            boolean image = sizes.length == 4;
            int rows = sizes[sizes.length - 1];
            int columns = sizes[sizes.length - 2];
            double[][] mean = image ? new double[rows][columns] : new double[columns][rows];
            for (Trace trace : traces) {
                double[] out = trace.out(path).values();
                double share = 1.0 / traces.size() / (image ? sizes[1] : 1);
                for (int i = 0; i < out.length; i++) {
                    int last = i % rows;
                    int before = i / rows % columns;
                    mean[image ? last : before][image ? before : last] += share * out[i];
                }
            }
            return mean;
        }
    }
}
