package dev.vitrine.experiments.showcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.inspect.Trace;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.AudiosetNet;
import dev.vitrine.experiments.model.EscRawNet;
import dev.vitrine.experiments.model.MultilayerPerceptron;
import dev.vitrine.experiments.model.SpectrogramNet;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.report.SmallMultiples;
import dev.vitrine.experiments.report.Tiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowcaseTest {
    private static final Map<String, Double> VERDICT = Map.of("yes", 0.75, "no", 0.25);

    @TempDir
    private Path folder;

    private void shown(Module module, Shape input, InputAxis... axes) throws IOException {
        float[] values = new float[input.elements()];
        Rng rng = new Rng(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rng.gaussian();
        }
        try (JavaDevice device = new JavaDevice()) {
            new Showcase(Network.of(device, module, 1), List.of(axes), input)
                    .write(folder, "clip", new Lens.View(values, true), VERDICT);
        }
    }

    private void drawn(int layers, String... more) {
        Stream.concat(
                        Stream.of("input", "first-filters", "weight-histograms", "verdict"),
                        Stream.concat(
                                IntStream.rangeClosed(1, layers).mapToObj("activations-%02d"::formatted),
                                Stream.of(more)))
                .forEach(name -> {
                    for (String ending : List.of(".png", ".svg", ".csv")) {
                        assertThat(folder.resolve(name + ending)).isNotEmptyFile();
                    }
                });
        assertThat(folder.resolve("activations-%02d.png".formatted(layers + 1))).doesNotExist();
    }

    @Test
    void embeddingsShowEachConvolutionOverTime() throws IOException {
        shown(
                new AudiosetNet(AudiosetNet.Size.INITIAL),
                Shape.of(128, 10),
                InputAxis.count("number", 128),
                InputAxis.time(10));
        drawn(4);
        assertThat(folder.resolve("activations-01.csv")).content().startsWith("panel,group,time (s),activation\n");
        assertThat(Files.readAllLines(folder.resolve("layers.csv")))
                .hasSize(6)
                .first()
                .isEqualTo("layer,shape,weights,mean,deviation,highest,share of zeros");
        assertThat(folder.resolve("features.0.weight.npy")).isNotEmptyFile();
    }

    @Test
    void featuresShowTheUnitsOfEachLayer() throws IOException {
        shown(new MultilayerPerceptron(25, List.of(16, 8), 2), Shape.of(25), InputAxis.count("feature", 25));
        drawn(2);
        assertThat(folder.resolve("activations-02.csv")).content().startsWith("panel,group,unit,activation\n");
        assertThat(folder.resolve("first-filters.csv")).content().startsWith("matrix,feature,unit,weight\nweight,0,0,");
    }

    @Test
    void spectrogramsShowMapsOfEachConvolution() throws IOException {
        shown(
                new SpectrogramNet(List.of(4, 20), 10),
                Shape.of(1, 16, 24),
                InputAxis.count("channel", 1),
                InputAxis.count("mel band", 16),
                InputAxis.time(5));
        drawn(2);
        assertThat(folder.resolve("activations-02.csv"))
                .content()
                .startsWith(
                        "matrix,\"mel band, the highest at the top; a row spans 2\",time; a column spans 417 ms,activation");
    }

    @Test
    void wavesShowChannelsOverTime() throws IOException {
        shown(new EscRawNet(2), Shape.of(1, 22_050), InputAxis.count("channel", 1), InputAxis.time(1));
        drawn(3);
        assertThat(folder.resolve("first-filters.csv")).content().startsWith("panel,group,tap (samples),weight\n");
    }

    @Test
    void channelsThatRiseHighestAreShownWhereThereAreMany() {
        double[] values = new double[40 * 3];
        values[39 * 3 + 1] = 7;
        values[5 * 3] = 6;
        SmallMultiples chart = (SmallMultiples)
                new Activations(List.of(InputAxis.time(3))).chart("Layer 1", new HostArray(Shape.of(1, 40, 3), values));
        assertThat(chart.title()).isEqualTo("Layer 1; the 16 of 40 channels that rise highest");
        assertThat(chart.panels())
                .hasSize(16)
                .extracting(SmallMultiples.Panel::name)
                .contains("channel 39", "channel 5");
        assertThat(chart.panels().get(0).x()).containsExactly(0.5, 1.5, 2.5);
    }

    @Test
    void lowPitchIsAtTheBottomWhicheverWayTheInputHasIt() {
        HostArray out = new HostArray(Shape.of(1, 1, 2, 1), new double[] {1, 2});
        InputAxis up = InputAxis.count("mel band", 2);
        InputAxis down = new InputAxis("mel band", "", 2, 0);
        for (InputAxis axis : List.of(up, down)) {
            Tiles tiles = (Tiles) new Activations(List.of(axis, InputAxis.time(1))).chart("Layer", out);
            double top = tiles.matrices().get(0).values()[0][0];
            assertThat(top).isEqualTo(axis.equals(up) ? 2 : 1);
        }
    }

    @Test
    void activationBehindALayerIsShownAndNotThatOfTheNext() {
        try (JavaDevice device = new JavaDevice()) {
            Network network = Network.of(device, new SpectrogramNet(List.of(2, 3), 4), 1);
            Trace trace = Trace.of(network, new HostArray(Shape.of(1, 1, 8, 8), new double[64]));
            assertThat(Layers.of(network, trace))
                    .extracting(Layers.Layer::shown)
                    .containsExactly("features.2", "features.6", "classifier");
        }
    }

    @Test
    void layerWithNoActivationOfItsOwnIsShownItself() {
        try (JavaDevice device = new JavaDevice()) {
            Module two = new Sequential(
                    new Linear(2, 3, Init.glorotUniform()), new Linear(3, 2, Init.glorotUniform()), new ReLU());
            Network network = Network.of(device, two, 1);
            Trace trace = Trace.of(network, new HostArray(Shape.of(1, 2), new double[2]));
            assertThat(Layers.of(network, trace))
                    .extracting(Layers.Layer::shown)
                    .containsExactly("0", "2");
        }
    }

    @Test
    void eachChannelShowsItsOwnValues() {
        Activations activations = new Activations(List.of(InputAxis.count("mel band", 1), InputAxis.time(2)));
        SmallMultiples curves = (SmallMultiples)
                activations.chart("Layer", new HostArray(Shape.of(1, 2, 2), new double[] {1, 2, 3, 4}));
        assertThat(curves.panels().get(0).y()).containsExactly(1, 2);
        assertThat(curves.panels().get(1).y()).containsExactly(3, 4);
        Tiles maps = (Tiles) activations.chart("Layer", new HostArray(Shape.of(1, 2, 1, 2), new double[] {1, 2, 3, 4}));
        assertThat(maps.matrices().get(0).values()[0]).containsExactly(1, 2);
        assertThat(maps.matrices().get(1).values()[0]).containsExactly(3, 4);
    }

    @Test
    void longChannelShowsTheHighestOfNeighbours() {
        double[] values = new double[2 * 800];
        values[801] = 5;
        SmallMultiples chart = (SmallMultiples)
                new Activations(List.of(InputAxis.time(8))).chart("Layer", new HostArray(Shape.of(1, 2, 800), values));
        assertThat(chart.yLabel()).isEqualTo("activation (highest of 2 neighbours)");
        assertThat(chart.panels().get(1).y()).hasSize(400).startsWith(5, 0);
        assertThat(chart.panels().get(0).y()).startsWith(0, 0);
    }

    @Test
    void pictureOfTheInputHasLowPitchFirstWhicheverWayTheInputHasIt() throws IOException {
        InputAxis up = InputAxis.count("mel band", 2);
        InputAxis down = new InputAxis("mel band", "", 2, 0);
        for (InputAxis axis : List.of(up, down)) {
            try (JavaDevice device = new JavaDevice()) {
                Network network = Network.of(device, new SpectrogramNet(List.of(2), 2), 1);
                float[] values = {1, 1, 2, 2};
                new Showcase(
                                network,
                                List.of(InputAxis.count("channel", 1), axis, InputAxis.time(2)),
                                Shape.of(1, 2, 2))
                        .write(folder, "clip", new Lens.View(values, true), VERDICT);
            }
            assertThat(Files.readAllLines(folder.resolve("input.csv")).get(1))
                    .startsWith(",0.5,0.5,")
                    .endsWith(axis.equals(up) ? ",1.0" : ",2.0");
        }
    }

    @Test
    void longWaveKeepsItsPeaksOfEitherSign() throws IOException {
        float[] values = new float[22_050];
        values[20_000] = -9;
        values[20_001] = 3;
        try (JavaDevice device = new JavaDevice()) {
            Network network = Network.of(device, new EscRawNet(2), 1);
            new Showcase(network, List.of(InputAxis.count("channel", 1), InputAxis.time(1)), Shape.of(1, 22_050))
                    .write(folder, "clip", new Lens.View(values, true), VERDICT);
        }
        assertThat(Files.readAllLines(folder.resolve("input.csv")))
                .anyMatch(line -> line.endsWith(",-9.0"))
                .noneMatch(line -> line.endsWith(",3.0"));
        assertThat(Files.readAllLines(folder.resolve("verdict.csv"))).anyMatch(line -> line.endsWith(",yes,75.0,"));
    }

    @Test
    void filtersOfEachKindShowTheirWeights() {
        HostArray taps = new HostArray(Shape.of(2, 1, 2), new double[] {1, 2, 3, 4});
        SmallMultiples waves = (SmallMultiples) Filters.first(taps, List.of());
        assertThat(waves.panels().get(0).y()).containsExactly(1, 2);
        assertThat(waves.panels().get(1).y()).containsExactly(3, 4);
        HostArray channels = new HostArray(Shape.of(1, 3, 2), new double[] {1, 2, 3, 4, 5, 6});
        Tiles byTap = (Tiles) Filters.first(channels, List.of(InputAxis.count("number", 3)));
        assertThat(byTap.matrices().get(0).values()).isDeepEqualTo(new double[][] {{1, 3, 5}, {2, 4, 6}});
        HostArray dense = new HostArray(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6});
        Tiles units = (Tiles) Filters.first(dense, List.of(InputAxis.count("feature", 3)));
        assertThat(units.matrices().get(0).values()).isDeepEqualTo(new double[][] {{1, 4}, {2, 5}, {3, 6}});
    }

    @Test
    void numbersOfALayerAreThoseOfWhatItPutOut() {
        Layers.Layer layer = new Layers.Layer("features.0", "features.2", new HostArray(Shape.of(2, 3), new double[6]));
        HostArray out = new HostArray(Shape.of(1, 4), new double[] {0, 4, 0, 8});
        assertThat(LayerNumbers.of(layer, out).line()).isEqualTo("features.0,[1 x 4],6,3.00000,3.31662,8.00000,0.5000");
    }

    @Test
    void axesThatDoNotFitTheInputAreRefused() {
        try (JavaDevice device = new JavaDevice()) {
            Network network = Network.of(device, new MultilayerPerceptron(2, List.of(2), 2), 1);
            assertThatThrownBy(() -> new Showcase(network, List.of(), Shape.of(2)))
                    .hasMessage("showcase: 0 axes are described; expected one for each of [2]");
        }
    }
}
