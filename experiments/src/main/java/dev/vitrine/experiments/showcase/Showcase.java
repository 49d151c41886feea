package dev.vitrine.experiments.showcase;

import dev.vitrine.engine.inspect.Trace;
import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Npy;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.HeatMap;
import dev.vitrine.experiments.report.Histograms;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.SmallMultiples;
import dev.vitrine.experiments.report.SmallMultiples.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A network in a glass case: the input, what each layer makes of it, the first filters, the spread of all weights, and every
 * number as {@code .npy}.
 *
 * @param network that is shown
 * @param axes of its input, the batch axis left out
 * @param input the shape of one input
 */
public record Showcase(Network network, List<InputAxis> axes, Shape input) {
    private static final int MOST_POINTS = 4000;
    private static final int MOST_TICKS = 5;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is not one axis for each of the input
     */
    public Showcase {
        axes = List.copyOf(axes);
        if (axes.size() != input.rank()) {
            throw new IllegalArgumentException(
                    "showcase: " + axes.size() + " axes are described; expected one for each of " + input);
        }
    }

    /** The network of a lens. */
    public static Showcase of(Network network, List<InputAxis> axes, Lens lens) {
        return new Showcase(network, axes, lens.input());
    }

    /**
     * Draws and writes everything.
     *
     * @param folder made if missing
     * @param what the input is, for titles
     * @param view the input
     * @param verdict what the network makes of it, by class
     */
    public void write(Path folder, String what, Lens.View view, Map<String, Double> verdict) throws IOException {
        Trace trace = Trace.of(network, batchOfOne(view.values()));
        List<Layers.Layer> layers = Layers.of(network, trace);
        Activations activations = new Activations(axes);
        ChartWriter.write(input("The input: " + what, view.values()), folder, "input");
        ChartWriter.write(Filters.first(layers.get(0).weight(), axes), folder, "first-filters");
        weights(folder, layers);
        List<LayerNumbers> numbers = new ArrayList<>();
        for (int i = 0; i < layers.size() - 1; i++) {
            Layers.Layer layer = layers.get(i);
            HostArray out = trace.out(layer.shown());
            numbers.add(LayerNumbers.of(layer, out));
            String title = String.format(Locale.ROOT, "Layer %d (%s): %s", i + 1, layer.shown(), what);
            ChartWriter.write(
                    activations.chart(title, out), folder, String.format(Locale.ROOT, "activations-%02d", i + 1));
        }
        Layers.Layer last = layers.get(layers.size() - 1);
        numbers.add(LayerNumbers.of(last, trace.out(last.shown())));
        verdict(folder, what, verdict);
        numbers(folder, numbers);
        for (Map.Entry<String, HostArray> value : trace.values().entrySet()) {
            Npy.write(folder.resolve(value.getKey() + ".npy"), value.getValue(), Precision.FLOAT32);
        }
    }

    private HostArray batchOfOne(float[] values) {
        int[] sizes = new int[input.rank() + 1];
        sizes[0] = 1;
        System.arraycopy(input.toArray(), 0, sizes, 1, input.rank());
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return new HostArray(Shape.of(sizes), wide);
    }

    /** A row of features, a wave, or a picture. */
    private Chart input(String title, float[] values) {
        InputAxis last = axes.get(axes.size() - 1);
        int width = input.size(input.rank() - 1);
        if (input.rank() == 1) {
            double[] x = new double[width];
            double[] y = new double[width];
            Arrays.setAll(x, i -> i);
            Arrays.setAll(y, i -> values[i]);
            return new SmallMultiples(
                    title,
                    last.label(),
                    "value (deviations)",
                    1,
                    Mark.STEM,
                    List.of(new SmallMultiples.Panel("as the network sees it", x, y)));
        }
        if (input.rank() == 2 && input.size(0) == 1) {
            return wave(title, values, last);
        }
        return picture(title, values, width);
    }

    /** Of a long wave the samples that reach furthest out. */
    private static LineChart wave(String title, float[] values, InputAxis axis) {
        int every = (values.length + MOST_POINTS - 1) / MOST_POINTS;
        double[] places = axis.places(values.length);
        double[] x = new double[(values.length + every - 1) / every];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = places[i * every];
            for (int at = i * every; at < Math.min(values.length, (i + 1) * every); at++) {
                y[i] = Math.abs(values[at]) > Math.abs(y[i]) ? values[at] : y[i];
            }
        }
        return new LineChart(title, axis.label(), "amplitude (deviations)", List.of(new Series("input", x, y)));
    }

    /** The first channel of a picture, or channels over time as one. */
    private HeatMap picture(String title, float[] values, int width) {
        InputAxis rowAxis = axes.get(axes.size() - 2);
        InputAxis columnAxis = axes.get(axes.size() - 1);
        int height = input.size(input.rank() - 2);
        boolean rising = rowAxis.to() > rowAxis.from();
        double[][] rows = new double[height][width];
        for (int i = 0; i < height * width; i++) {
            rows[rising ? i / width : height - 1 - i / width][i % width] = values[i];
        }
        InputAxis upward =
                rising ? rowAxis : new InputAxis(rowAxis.what(), rowAxis.unit(), rowAxis.to(), rowAxis.from());
        return new HeatMap(
                title + ", as the network sees it",
                columnAxis.label(),
                columnAxis.to(),
                new HeatMap.Rows(upward.label(), upward.places(height), ticks(upward)),
                "value",
                rows,
                List.of());
    }

    private static List<HeatMap.Tick> ticks(InputAxis axis) {
        List<HeatMap.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < MOST_TICKS; i++) {
            ticks.add(HeatMap.Tick.at(Math.round(axis.from() + (axis.to() - axis.from()) * i / (MOST_TICKS - 1))));
        }
        return ticks.stream().distinct().toList();
    }

    private static void weights(Path folder, List<Layers.Layer> layers) throws IOException {
        ChartWriter.write(
                new Histograms(
                        "How the weights of each layer spread",
                        "weight",
                        Math.min(4, layers.size()),
                        layers.stream()
                                .map(layer -> new Histograms.Sample(
                                        layer.path(), layer.weight().values()))
                                .toList()),
                folder,
                "weight-histograms");
    }

    private static void verdict(Path folder, String what, Map<String, Double> verdict) throws IOException {
        ChartWriter.write(
                new BarChart(
                        "The verdict: " + what,
                        "class",
                        "probability (%)",
                        List.copyOf(verdict.keySet()),
                        List.of(new BarChart.Bars(
                                "this network",
                                verdict.keySet().stream()
                                        .mapToDouble(name -> 100 * Objects.requireNonNull(verdict.get(name)))
                                        .toArray()))),
                folder,
                "verdict");
    }

    private static void numbers(Path folder, List<LayerNumbers> numbers) throws IOException {
        StringBuilder text = new StringBuilder(LayerNumbers.HEADER).append('\n');
        numbers.forEach(each -> text.append(each.line()).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("layers.csv"), out -> out.write(bytes));
    }
}
