package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Tensor;
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
}
