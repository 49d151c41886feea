package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NormLayersTest {
    private static final int[] IMAGES = {3, 4, 5, 37};

    private static Network thenReLU(Device device, Mode mode, Module layer) {
        return Network.of(device, new Sequential(layer, new ReLU()), 1).mode(mode);
    }

    @TestFactory
    Stream<DynamicNode> layerAndReLUHaveTheSameBitsInOneOpAndApart() {
        List<Supplier<Module>> layers = List.of(() -> new BatchNorm2d(4), () -> new Linear(37, 9, Init.heUniform()));
        return TestDevices.all().stream()
                .flatMap(choice -> Stream.of(Mode.values())
                        .flatMap(mode -> layers.stream()
                                .map(layer -> dynamicTest(
                                        choice.name() + " " + mode + " "
                                                + layer.get().type(),
                                        () -> {
                                            try (Device device = choice.open().get()) {
                                                List<double[]> apart = values(
                                                        device,
                                                        thenReLU(device, mode, layer.get()),
                                                        (network, x) ->
                                                                network.forward(x, (path, module, in, out) -> {}));
                                                List<double[]> fused = values(
                                                        device, thenReLU(device, mode, layer.get()), Network::forward);
                                                for (int i = 0; i < apart.size(); i++) {
                                                    assertThat(fused.get(i))
                                                            .as("value %s", i)
                                                            .containsExactly(apart.get(i));
                                                }
                                            }
                                        }))));
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
            Network network = thenReLU(device, Mode.EVALUATION, new BatchNorm2d(4));
            network.forward(Tensor.zeros(device, IMAGES));
            assertThat(device.launches()).containsEntry("batchnorm.forward", 1L).doesNotContainKey("relu.forward");
        }
    }

    @Test
    void fullyConnectedLayerAndReLUAreOneLaunch() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Network network = thenReLU(device, Mode.EVALUATION, new Linear(37, 9, Init.heUniform()));
            network.forward(Tensor.zeros(device, IMAGES));
            assertThat(device.launches()).containsEntry("linear.forward", 1L).doesNotContainKey("relu.forward");
        }
    }

    @Test
    void refusesXOfOtherAxes() {
        try (JavaDevice device = TestDevices.java()) {
            Network images = Network.of(device, new BatchNorm2d(2), 1);
            assertThatThrownBy(() -> images.forward(Tensor.zeros(device, 3, 2, 5)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("BatchNorm2d: x must be [N, C, H, W], got [3, 2, 5]");
            Network rows = Network.of(device, new BatchNorm1d(2), 1);
            assertThatThrownBy(() -> rows.forward(Tensor.zeros(device, 3, 2, 5, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("BatchNorm1d: x must be [N, C, L] or [N, C], got [3, 2, 5, 1]");
        }
    }

    @Test
    void arraysAndOptionsHavePyTorchsNames() {
        try (JavaDevice device = TestDevices.java()) {
            LayerNorm layerNorm = new LayerNorm(Shape.of(5, 37));
            Module layers = new Sequential(new BatchNorm2d(4), layerNorm);
            assertThat(Network.of(device, layers, 1).state().keySet())
                    .containsExactly("0.weight", "0.bias", "0.running_mean", "0.running_var", "1.weight", "1.bias");
            assertThat(layerNorm.options())
                    .containsEntry("normalized_shape", List.of(5, 37))
                    .containsEntry("eps", 1e-5);
            Summary summary = Summary.of(Network.of(device, layers, 1), Shape.of(IMAGES));
            assertThat(summary.rows()).extracting(Summary.Row::type).containsExactly("BatchNorm2d", "LayerNorm");
            assertThat(summary.rows()).extracting(Summary.Row::trainable).containsExactly(8, 2 * 5 * 37);
            assertThat(summary.rows()).extracting(Summary.Row::out).containsOnly(Shape.of(IMAGES));
        }
    }
}
