package dev.vitrine.experiments.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** One chart of every kind as a run would draw it, over made-up numbers. */
final class Samples {

    private Samples() {}

    static Map<String, Chart> all() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("accuracy", accuracy());
        charts.put("input", input());
        charts.put("response", response());
        charts.put("waveforms", waveforms());
        charts.put("activations", activations());
        charts.put("filters", filters());
        charts.put("gap", gap());
        charts.put("weights", weights());
        charts.put("histograms", histograms());
        charts.put("tiles", tiles());
        charts.put("signals", signals());
        charts.put("heat", heat());
        charts.put("strips", strips());
        charts.put("confusion", confusion());
        charts.put("grid", grid());
        charts.put("families", families());
        charts.put("field", field());
        charts.put("roofline", roofline());
        charts.put("scatter", scatter());
        return charts;
    }

    private static double[] fill(int n, IntToDoubleFunction value) {
        double[] values = new double[n];
        Arrays.setAll(values, value);
        return values;
    }

    static LineChart accuracy() {
        Random random = new Random(1);
        double[] train = fill(15, e -> 88 - 34 * Math.exp(-e / 4.0) + random.nextGaussian() * 0.6);
        double[] valid = fill(15, e -> 84 - 30 * Math.exp(-e / 3.5) + random.nextGaussian() * 1.5);
        return new LineChart(
                "Validation accuracy passes the logistic baseline after nine epochs and stays near training",
                "epoch",
                "accuracy per second (%)",
                List.of(Series.byEpoch("training", train), Series.byEpoch("validation", valid)),
                List.of(new Level("always cat 59.2", 59.2), new Level("logistic baseline 80.4", 80.4)));
    }

    /** Ten groups, so that colours alone do not suffice. */
    static Scatter scatter() {
        Random random = new Random(6);
        List<Scatter.Group> groups = new ArrayList<>();
        for (int group = 0; group < 10; group++) {
            double angle = 0.6 * group;
            groups.add(new Scatter.Group(
                    "class " + group,
                    Collections.nCopies(8, "clip"),
                    fill(8, i -> 4 * Math.cos(angle) + random.nextGaussian()),
                    fill(8, i -> 3 * Math.sin(angle) + random.nextGaussian())));
        }
        return new Scatter(
                "Clips of ten classes before the last layer",
                "principal component 1 (61 % of the variance)",
                "principal component 2 (17 % of the variance)",
                groups);
    }

    static Roofline roofline() {
        return new Roofline(
                "Convolutions come near the roof; batch norm hangs under the memory's",
                505,
                List.of(new Roofline.Slope("from memory", 45), new Roofline.Slope("from caches", 190)),
                List.of(
                        new Roofline.Dot("conv1d.forward features.0", "conv1d", 14, 380, 1.4),
                        new Roofline.Dot("conv1d.forward features.3", "conv1d", 9, 210, 0.4),
                        new Roofline.Dot("batchnorm.forward features.1", "batchnorm", 0.25, 9, 0.9),
                        new Roofline.Dot("linear.forward head", "linear", 2, 3, 0.01)));
    }

    static double[] bark(int n, int seed) {
        Random random = new Random(seed);
        return fill(n, i -> {
            double t = i / 16000.0;
            double burst = Math.exp(-Math.pow((t % 0.45 - 0.1) / 0.05, 2));
            return burst * (0.6 * Math.sin(2 * Math.PI * 480 * t) + 0.25 * random.nextGaussian());
        });
    }

    static double[] meow(int n, int seed) {
        Random random = new Random(seed);
        return fill(n, i -> {
            double t = i / 16000.0;
            double shape = Math.sin(Math.PI * Math.min(1, t / 0.9));
            return 0.7 * shape * Math.sin(2 * Math.PI * (600 + 200 * shape) * t) + 0.01 * random.nextGaussian();
        });
    }

    static double[] milliseconds(int n, double step) {
        return fill(n, i -> i * step);
    }

    static HeatMap heat() {
        double[][] values = new double[40][];
        for (int row = 0; row < values.length; row++) {
            int hz = 100 * row;
            values[row] = fill(120, t -> -80 * (1 - Math.exp(-Math.pow((hz - 1500 - 10.0 * t) / 400, 2))));
        }
        double[] seconds = fill(120, t -> t / 60.0);
        return new HeatMap(
                "A tone that rises, and its centroid on it",
                "time (s)",
                2,
                new HeatMap.Rows(
                        "frequency (Hz)",
                        fill(40, row -> 100 * row),
                        List.of(HeatMap.Tick.at(0), HeatMap.Tick.at(2000), new HeatMap.Tick(3900, "top"))),
                "level (dB)",
                values,
                List.of(new Series("centroid", seconds, fill(120, t -> 1500 + 10 * t))));
    }

    static Strips strips() {
        return new Strips(
                "A bark, and how loud it is",
                "time (ms)",
                List.of(
                        new Strips.Strip("amplitude", milliseconds(16000, 1 / 16.0), bark(16000, 1)),
                        new Strips.Strip("rms", milliseconds(100, 10), fill(100, i -> Math.abs(Math.sin(i / 9.0))))));
    }

    static LineChart input() {
        return new LineChart(
                "The input second: cat_12, second 3, as the network gets it",
                "time (ms)",
                "amplitude (standard deviations of the clip)",
                List.of(new Series("cat_12", milliseconds(16000, 1 / 16.0), meow(16000, 3))));
    }

    static LineChart response() {
        List<Series> filters = new ArrayList<>();
        double[] hertz = fill(257, i -> i * 8000.0 / 256);
        Random random = new Random(5);
        for (int f = 0; f < 10; f++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            filters.add(new Series("filter " + f, hertz, fill(257, i -> {
                double w = Math.PI * i / 256;
                double re = a + b * Math.cos(w) + c * Math.cos(2 * w);
                double im = b * Math.sin(w) + c * Math.sin(2 * w);
                return 20 * Math.log10(Math.hypot(re, im) + 1e-3);
            })));
        }
        return new LineChart(
                "Half of the first filters pass low tones, half pass high ones",
                "frequency (Hz)",
                "gain (dB)",
                filters);
    }

    static SmallMultiples waveforms() {
        double[] ms = milliseconds(32000, 1 / 16.0);
        return new SmallMultiples(
                "Cats sing, dogs burst: two clips of each",
                "time (ms)",
                "amplitude (full scale = 1)",
                2,
                List.of(
                        new SmallMultiples.Panel("cat_12", "cat", ms, meow(32000, 1)),
                        new SmallMultiples.Panel("cat_97", "cat", ms, meow(32000, 2)),
                        new SmallMultiples.Panel("dog_barking_3", "dog", ms, bark(32000, 3)),
                        new SmallMultiples.Panel("dog_barking_44", "dog", ms, bark(32000, 4))));
    }

    static SmallMultiples activations() {
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        double[] ms = milliseconds(8000, 0.125);
        for (int c = 0; c < 10; c++) {
            Random random = new Random(c);
            double loud = 0.3 + random.nextDouble() * 2;
            double[] wave = bark(16000, c);
            panels.add(new SmallMultiples.Panel(
                    "channel " + c, ms, fill(8000, i -> Math.max(0, loud * wave[2 * i] + 0.1))));
        }
        return new SmallMultiples(
                "Layer 1 of 10: four channels follow the bark, channel 5 is nearly silent",
                "time (ms)",
                "activation after ReLU",
                2,
                panels);
    }

    static SmallMultiples filters() {
        Random random = new Random(8);
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (int f = 0; f < 10; f++) {
            panels.add(new SmallMultiples.Panel(
                    "filter " + f, new double[] {0, 1, 2}, fill(3, i -> random.nextGaussian() * 0.4)));
        }
        return new SmallMultiples(
                "The ten filters of the first layer: most are differences of neighbours",
                "tap",
                "weight",
                5,
                SmallMultiples.Mark.STEM,
                panels);
    }

    static BarChart gap() {
        Random random = new Random(11);
        double[] cat = fill(10, i -> Math.abs(random.nextGaussian()) + 0.2);
        double[] dog = fill(10, i -> Math.abs(random.nextGaussian()) + 0.2);
        double[] spread = fill(10, i -> 0.05 + 0.15 * random.nextDouble());
        return new BarChart(
                "Channels 2 and 7 tell cats from dogs: mean of the GAP vector over all test seconds",
                "channel",
                "mean activation (bars: 95 % interval)",
                channels(),
                List.of(new BarChart.Bars("cat", cat, spread), new BarChart.Bars("dog", dog, spread)));
    }

    private static List<String> channels() {
        return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    static BarChart weights() {
        Random random = new Random(12);
        return new BarChart(
                "Weights of the last layer: positive speaks for dog, negative for cat",
                "channel",
                "weight",
                channels(),
                List.of(new BarChart.Bars("weight", fill(10, i -> random.nextGaussian()))));
    }

    static Histograms histograms() {
        List<Histograms.Sample> samples = new ArrayList<>();
        for (int layer = 0; layer < 10; layer++) {
            Random random = new Random(layer);
            double sigma = 0.45 / Math.sqrt(1 + layer * 0.4);
            samples.add(new Histograms.Sample(
                    "layer " + (layer + 1), fill(layer == 0 ? 30 : 300, i -> sigma * random.nextGaussian())));
        }
        return new Histograms("Deeper layers keep smaller weights", "weight", 2, samples);
    }

    static Tiles tiles() {
        List<Tiles.Matrix> matrices = new ArrayList<>();
        for (int layer = 0; layer < 10; layer++) {
            Random random = new Random(layer);
            int n = layer == 0 ? 30 : 300;
            matrices.add(Tiles.Matrix.ofFlat("layer " + (layer + 1), fill(n, i -> 0.3 * random.nextGaussian()), 10));
        }
        return new Tiles(
                "All convolution weights on one scale: no layer has died",
                "output channel",
                "input channel \u00b7 3 + tap",
                "weight",
                3,
                matrices);
    }

    static Tiles signals() {
        double[][] rows = new double[10][];
        for (int c = 0; c < 10; c++) {
            double[] wave = bark(2000, c);
            rows[c] = fill(2000, i -> Math.abs(wave[i]) * (1 + wave.length % 7));
        }
        return new Tiles(
                "Layer 3 over one second: the burst lights up every channel at once",
                "channel",
                "position",
                "activation",
                1,
                List.of(new Tiles.Matrix("features.2.out", rows)));
    }

    static Grid grid() {
        return new Grid(
                "W1 features.0, conv1d.forward: width=8 takes 52 % of the usual 1.20 ms",
                "channels",
                List.of("1", "2", "4", "8"),
                "width",
                List.of("4", "8", "16"),
                "time / usual",
                new double[][] {{3.1, 2.4, 2.2}, {1.9, 1.2, 1.4}, {1.3, 0.52, 1}, {1.5, Double.NaN, 1.9}},
                List.of(new Grid.Mark(2, 2, "usual"), new Grid.Mark(2, 1, "kept")));
    }

    static ConfusionMatrix confusion() {
        return new ConfusionMatrix(
                "Per clip, 5 folds: cats are taken for dogs twice as often as dogs for cats",
                List.of("cat", "dog"),
                new int[][] {{139, 25}, {9, 103}});
    }

    static ConfusionMatrix families() {
        Random random = new Random(4);
        int[][] counts = new int[11][11];
        for (int t = 0; t < 11; t++) {
            for (int p = 0; p < 11; p++) {
                counts[t][p] = t == p ? 18 + random.nextInt(12) : random.nextInt(3);
            }
        }
        counts[9] = new int[11];
        return new ConfusionMatrix(
                "Organ and synth are confused most",
                List.of(
                        "bass",
                        "brass",
                        "flute",
                        "guitar",
                        "keyboard",
                        "mallet",
                        "organ",
                        "reed",
                        "string",
                        "synth_lead",
                        "vocal"),
                counts);
    }

    static ReceptiveField field() {
        List<ReceptiveField.Layer> layers = new ArrayList<>();
        for (int n = 1; n <= 10; n++) {
            layers.add(new ReceptiveField.Layer("layer " + n, 3, 2));
        }
        return new ReceptiveField(
                "Each layer sees twice as far: a unit of layer 10 hears 2,047 samples, an eighth of a second",
                16000,
                layers);
    }
}
