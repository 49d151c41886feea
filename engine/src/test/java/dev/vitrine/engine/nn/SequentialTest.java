package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A layer and the ReLU behind it run as one op. */
class SequentialTest {
    private static final int[] IMAGES = {3, 4, 5, 37};
    private static final List<Supplier<Module>> LAYERS =
            List.of(() -> new BatchNorm2d(4), () -> new Linear(37, 9, Init.heUniform()));

    private static Network thenReLU(Device device, Mode mode, Supplier<Module> layer) {
        return Network.of(device, new Sequential(layer.get(), new ReLU()), 1).mode(mode);
    }

    @TestFactory
    Stream<DynamicNode> layerAndReLUHaveTheSameBitsInOneOpAndApart() {
        return TestDevices.all().stream()
                .flatMap(choice -> Stream.of(Mode.values())
                        .flatMap(mode -> LAYERS.stream()
                                .map(layer -> dynamicTest(
                                        choice.name() + " " + mode + " "
                                                + layer.get().type(),
                                        () -> {
                                            try (Device device = choice.open().get()) {
                                                requireSameBits(device, mode, layer);
                                            }
                                        }))));
    }

    private static void requireSameBits(Device device, Mode mode, Supplier<Module> layer) {
        List<double[]> apart = values(
                device,
                thenReLU(device, mode, layer),
                (network, x) -> network.forward(x, (path, module, in, out) -> {}));
        List<double[]> fused = values(device, thenReLU(device, mode, layer), Network::forward);
        for (int i = 0; i < apart.size(); i++) {
            assertThat(fused.get(i)).as("value %s", i).containsExactly(apart.get(i));
        }
    }

    /** Output, gradients of x, weight and bias, running statistics. */
    private static List<double[]> values(Device device, Network network, BiFunction<Network, Tensor, Tensor> forward) {
        try (Scope step = device.step()) {
            Rng rng = new Rng(3);
            Tensor x = Tensor.randn(device, rng, IMAGES).requiresGrad();
            Tensor y = forward.apply(network, x);
            y.backward(Tensor.randn(device, rng, y.shape().toArray()));
            Stream<double[]> gradients = network.state().values().stream()
                    .filter(Tensor::hasGrad)
                    .map(array -> array.grad().toDoubles());
            Stream<double[]> state = network.state().values().stream().map(Tensor::toDoubles);
            return Stream.of(Stream.of(y.toDoubles(), x.grad().toDoubles()), gradients, state)
                    .flatMap(s -> s)
                    .toList();
        }
    }

    @Test
    void normAndReLUAreOneLaunch() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Network network = thenReLU(device, Mode.EVALUATION, LAYERS.get(0));
            network.forward(Tensor.zeros(device, IMAGES));
            assertThat(device.launches()).containsEntry("batchnorm.forward", 1L).doesNotContainKey("relu.forward");
        }
    }

    @Test
    void fullyConnectedLayerAndReLUAreOneLaunch() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Network network = thenReLU(device, Mode.EVALUATION, LAYERS.get(1));
            network.forward(Tensor.zeros(device, IMAGES));
            assertThat(device.launches()).containsEntry("linear.forward", 1L).doesNotContainKey("relu.forward");
        }
    }

    @Test
    void normReLUAndMaxPoolAreOneLaunch() {
        try (OpenClDevice device = TestDevices.openCl()) {
            poolings(device, new MaxPool2d(2)).forward(Tensor.zeros(device, IMAGES));
            assertThat(device.launches())
                    .containsEntry("batchnorm.forward", 1L)
                    .doesNotContainKeys("relu.forward", "maxpool.forward");
        }
    }

    @Test
    void windowsThatOverlapOrAreLargeArePooledByThemselves() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Window overlapping = Window.of(3).stride(2);
            Window padded = Window.of(2).stride(2).padding(Padding.SAME);
            Window dilated = Window.of(2).stride(2).dilation(2);
            Window2d large = new Window2d(Window.of(1), Window.of(17).stride(17));
            List<Window2d> windows =
                    List.of(Window2d.square(overlapping), Window2d.square(padded), Window2d.square(dilated), large);
            for (Window2d window : windows) {
                poolings(device, new MaxPool2d(window)).forward(Tensor.zeros(device, IMAGES));
            }
            assertThat(device.launches()).containsEntry("maxpool.forward", (long) windows.size());
        }
    }

    @Test
    void poolingThatDoesNotFitIsRefusedAsWithoutAnyBeforeIt() {
        try (Device device = TestDevices.java()) {
            Tensor x = Tensor.zeros(device, IMAGES);
            assertThatThrownBy(() -> poolings(device, new MaxPool1d(2)).forward(x))
                    .hasMessageContaining("max_pool_1d: x must be [N, C, L], got [3, 4, 5, 37]");
            assertThatThrownBy(() -> poolings(device, new MaxPool2d(6)).forward(x))
                    .hasMessageContaining("a kernel of 6 taps is longer than the padded input of 5");
        }
    }

    @TestFactory
    Stream<DynamicNode> whoWatchesSeesTheSameOutputAndEveryLayer() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor x = Tensor.randn(device, new Rng(3), IMAGES);
                        List<String> seen = new ArrayList<>();
                        double[] watched = poolings(device, new MaxPool2d(2))
                                .forward(x, (path, module, in, out) -> seen.add(module.type()))
                                .toDoubles();
                        assertThat(poolings(device, new MaxPool2d(2)).forward(x).toDoubles())
                                .containsExactly(watched);
                        assertThat(seen).containsExactly("BatchNorm2d", "ReLU", "MaxPool2d", "Sequential");
                    }
                }));
    }

    private static Network poolings(Device device, Module pool) {
        return Network.of(device, new Sequential(new BatchNorm2d(4), new ReLU(), pool), 1)
                .mode(Mode.TRAINING);
    }
}
