package dev.vitrine.experiments.catsdogs;

import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.Seconds;
import dev.vitrine.audio.dataset.Segmenting;
import dev.vitrine.engine.inspect.Trace;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Npy;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.experiments.model.CatsDogsNet;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.Histograms;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.ReceptiveField;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.SmallMultiples;
import dev.vitrine.experiments.report.SmallMultiples.Mark;
import dev.vitrine.experiments.report.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A trained cats-dogs network as charts and numbers: its weights, and what it makes of one clip. */
public final class Portrait {
    private static final int FREQUENCIES = 101;

    private final Network network;
    private final Segmenting segmenting;

    /** A portrait of {@code network}. */
    Portrait(Network network, Segmenting segmenting) {
        this.network = network;
        this.segmenting = segmenting;
    }

    /** The names of the ten channels: 0 to 9. */
    static List<String> channels() {
        return IntStream.range(0, CatsDogsNet.CHANNELS)
                .mapToObj(String::valueOf)
                .toList();
    }

    /** Draws what does not depend on a clip. */
    public void writeNetwork(Path folder) throws IOException {
        firstFilters(folder);
        weights(folder);
        ChartWriter.write(
                new BarChart(
                        "The last layer: one weight per channel (above 0 speaks for dog)",
                        "channel",
                        "weight",
                        channels(),
                        List.of(new BarChart.Bars("classifier.weight", values("classifier.weight")))),
                folder,
                "classifier-weights");
        ChartWriter.write(
                new ReceptiveField(
                        "What one unit of each layer sees of the sound",
                        CatsDogs.SAMPLE_RATE,
                        IntStream.range(0, CatsDogsNet.LAYERS)
                                .mapToObj(layer -> new ReceptiveField.Layer(conv(layer), 3, 2))
                                .toList()),
                folder,
                "receptive-field");
    }

    private static String conv(int layer) {
        return "features." + 3 * layer;
    }

    private static String relu(int layer) {
        return "features." + (3 * layer + 2);
    }

    private double[] values(String path) {
        Tensor tensor = network.state().get(path);
        return Objects.requireNonNull(tensor, path).toDoubles();
    }

    private void firstFilters(Path folder) throws IOException {
        double[] weights = values("features.0.weight");
        List<SmallMultiples.Panel> taps = new ArrayList<>();
        List<SmallMultiples.Panel> responses = new ArrayList<>();
        for (int o = 0; o < CatsDogsNet.CHANNELS; o++) {
            double[] filter = {weights[3 * o], weights[3 * o + 1], weights[3 * o + 2]};
            taps.add(new SmallMultiples.Panel("filter " + o, new double[] {0, 1, 2}, filter));
            responses.add(response("filter " + o, filter));
        }
        ChartWriter.write(
                new SmallMultiples("The ten filters of the first layer", "tap (samples)", "weight", 5, Mark.STEM, taps),
                folder,
                "first-filters");
        ChartWriter.write(
                new SmallMultiples(
                        "Which frequencies the first filters let through", "frequency (kHz)", "gain", 5, responses),
                folder,
                "first-filters-response");
    }

    /** |sum over k of w[k] exp(-i 2 pi f k / rate)| for f from 0 to half the rate. */
    private static SmallMultiples.Panel response(String name, double[] filter) {
        double[] frequency = new double[FREQUENCIES];
        double[] gain = new double[FREQUENCIES];
        for (int f = 0; f < FREQUENCIES; f++) {
            double omega = Math.PI * f / (FREQUENCIES - 1);
            double re = 0;
            double im = 0;
            for (int k = 0; k < filter.length; k++) {
                re += filter[k] * Math.cos(omega * k);
                im -= filter[k] * Math.sin(omega * k);
            }
            frequency[f] = CatsDogs.SAMPLE_RATE / 2000.0 * f / (FREQUENCIES - 1);
            gain[f] = Math.hypot(re, im);
        }
        return new SmallMultiples.Panel(name, frequency, gain);
    }

    private void weights(Path folder) throws IOException {
        List<Tiles.Matrix> matrices = new ArrayList<>();
        List<Histograms.Sample> samples = new ArrayList<>();
        for (int layer = 0; layer < CatsDogsNet.LAYERS; layer++) {
            double[] weights = values(conv(layer) + ".weight");
            matrices.add(Tiles.Matrix.ofFlat(conv(layer), weights, CatsDogsNet.CHANNELS));
            samples.add(new Histograms.Sample(conv(layer), weights));
        }
        ChartWriter.write(
                new Tiles(
                        "All convolution weights, layer by layer",
                        "output channel",
                        "input channel and tap",
                        "weight",
                        2,
                        matrices),
                folder,
                "weights");
        ChartWriter.write(
                new Histograms("How the weights of each layer spread", "weight", 4, samples),
                folder,
                "weight-histograms");
    }

    /** The mean activation of each of the ten channels over a clip's seconds that count, one vector per clip. */
    public List<double[]> gapVectors(List<Clip> clips) {
        return clips.stream().map(this::gapVector).toList();
    }

    private double[] gapVector(Clip clip) {
        Seconds seconds = Seconds.of(clip, segmenting);
        boolean any = seconds.loud().contains(true);
        double[] sum = new double[CatsDogsNet.CHANNELS];
        int count = 0;
        for (int i = 0; i < seconds.windows().size(); i++) {
            if (!any || seconds.loud().get(i)) {
                double[] gap = trace(seconds.windows().get(i)).out("pool").values();
                for (int c = 0; c < gap.length; c++) {
                    sum[c] += gap[c];
                }
                count++;
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] /= count;
        }
        return sum;
    }

    /** What each channel adds to the logit. */
    double[] contributions(double[] gap) {
        double[] weights = values("classifier.weight");
        double[] products = new double[gap.length];
        for (int c = 0; c < gap.length; c++) {
            products[c] = weights[c] * gap[c];
        }
        return products;
    }

    private Trace trace(float[] window) {
        double[] input = new double[window.length];
        for (int i = 0; i < input.length; i++) {
            input[i] = window[i];
        }
        return Trace.of(network, new HostArray(Shape.of(1, 1, input.length), input));
    }

    /**
     * Draws what the network makes of one second of a clip, and writes every weight and activation as {@code .npy}.
     *
     * @param second counted from 0
     */
    public void writeClip(Path folder, Clip clip, int second) throws IOException {
        Trace trace = trace(Seconds.of(clip, segmenting).windows().get(second));
        String name = Objects.requireNonNull(Path.of(clip.name()).getFileName()).toString();
        String what = name + ", second " + second;
        ChartWriter.write(
                new LineChart(
                        "The input: " + what,
                        "time (ms)",
                        "amplitude (deviations)",
                        List.of(new Series(
                                name,
                                milliseconds(CatsDogsNet.INPUT_LENGTH),
                                trace.get("input").values()))),
                folder,
                "input");
        for (int layer = 0; layer < CatsDogsNet.LAYERS; layer++) {
            activations(folder, trace, layer, what);
        }
        double[] gap = trace.out("pool").values();
        ChartWriter.write(
                new BarChart(
                        "Mean of each channel over time: " + what,
                        "channel",
                        "mean activation over time",
                        channels(),
                        List.of(new BarChart.Bars("pool.out", gap))),
                folder,
                "gap");
        ChartWriter.write(
                new BarChart(
                        String.format(
                                Locale.ROOT,
                                "What each channel adds to the logit %.2f: %s",
                                trace.out("classifier").values()[0],
                                what),
                        "channel",
                        "weight × mean activation",
                        channels(),
                        List.of(new BarChart.Bars("contribution", contributions(gap)))),
                folder,
                "contributions");
        ChartWriter.write(
                new BarChart(
                        "Mean of each channel over the whole clip: " + name,
                        "channel",
                        "mean activation over time",
                        channels(),
                        List.of(new BarChart.Bars("pool.out", gapVector(clip)))),
                folder,
                "gap-clip");
        for (Map.Entry<String, HostArray> value : trace.values().entrySet()) {
            Npy.write(folder.resolve(value.getKey() + ".npy"), value.getValue(), Precision.FLOAT32);
        }
    }

    private static void activations(Path folder, Trace trace, int layer, String what) throws IOException {
        HostArray out = trace.out(relu(layer));
        int length = out.shape().size(2);
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (int c = 0; c < CatsDogsNet.CHANNELS; c++) {
            double[] channel = java.util.Arrays.copyOfRange(out.values(), c * length, (c + 1) * length);
            panels.add(new SmallMultiples.Panel("channel " + c, milliseconds(length), channel));
        }
        ChartWriter.write(
                new SmallMultiples(
                        String.format(Locale.ROOT, "Layer %d after ReLU (%s): %s", layer + 1, relu(layer), what),
                        "time (ms)",
                        "activation",
                        5,
                        panels),
                folder,
                String.format(Locale.ROOT, "activations-%02d", layer + 1));
    }

    /** The time of each of {@code length} values that together last a second. */
    private static double[] milliseconds(int length) {
        return IntStream.range(0, length).mapToDouble(i -> 1000.0 * i / length).toArray();
    }
}
