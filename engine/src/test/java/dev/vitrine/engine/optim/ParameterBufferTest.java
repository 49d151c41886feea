package dev.vitrine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.elementwise.Relu;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterBufferTest {
    static Stream<TestDevices.Choice> devices() {
        return TestDevices.all().stream();
    }

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("weight", Shape.of(3, 7));
        shapes.put("bias", Shape.of(3));
        shapes.put("scale", Shape.of());
        return shapes;
    }

    @ParameterizedTest
    @MethodSource("devices")
    void parametersBeginAtZeroInTheGivenOrder(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            ParameterBuffer parameters = ParameterBuffer.trained(device, shapes());
            assertThat(parameters.tensors().keySet()).containsExactly("weight", "bias", "scale");
            assertThat(parameters.get("weight").shape()).isEqualTo(Shape.of(3, 7));
            assertThat(parameters.get("weight").toDoubles()).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void gradientsArriveInTheirPartAndAreForgotten(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            ParameterBuffer parameters = ParameterBuffer.trained(device, shapes());
            Tensor bias = parameters.get("bias");
            bias.buffer().fill(1);
            for (int pass = 0; pass < 2; pass++) {
                try (Scope step = device.step()) {
                    Relu.relu(bias).backward(Tensor.of(device, Shape.of(3), 7, 8, 9));
                }
                assertThat(bias.grad().toDoubles()).containsExactly(7, 8, 9);
                assertThat(sum(parameters)).isEqualTo(24);
                parameters.forgetGradients();
                assertThat(bias.hasGrad()).isFalse();
            }
        }
    }

    private static double sum(ParameterBuffer parameters) {
        return parameters.gradients().stretches().stream()
                .flatMapToDouble(stretch -> Arrays.stream(stretch.toDoubles()))
                .sum();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void networkWithoutStatisticsKeepsNone(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            assertThat(ParameterBuffer.kept(device, Map.of()).tensors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void frozenParameterTakesNoGradientUntilItIsThawed(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            ParameterBuffer parameters = ParameterBuffer.trained(device, shapes());
            Tensor bias = parameters.get("bias");
            bias.buffer().fill(1);
            Relu.relu(bias).backward(Tensor.of(device, Shape.of(3), 7, 8, 9));
            parameters.freeze("bias");
            assertThat(bias.hasGrad()).isFalse();
            assertThat(sum(parameters)).isZero();
            assertThat(Relu.relu(bias).wantsGrad()).isFalse();
            parameters.unfreeze("bias");
            assertThat(Relu.relu(bias).wantsGrad()).isTrue();
        }
    }

    @Test
    void pathsAreFrozenByWholeNames() {
        assertThat(Paths.isIn("features.0.weight", "features")).isTrue();
        assertThat(Paths.isIn("features.0.weight", "")).isTrue();
        assertThat(Paths.isIn("features.0.weight", "features.0.weight")).isTrue();
        assertThat(Paths.isIn("features.10.weight", "features.1")).isFalse();
        try (Device device = TestDevices.java()) {
            ParameterBuffer parameters = ParameterBuffer.trained(device, shapes());
            assertThatThrownBy(() -> parameters.freeze("weigh"))
                    .hasMessage("freeze: path weigh holds no parameter; there are [weight, bias, scale]");
            assertThatThrownBy(() -> parameters.unfreeze("b"))
                    .hasMessage("unfreeze: path b holds no parameter; there are [weight, bias, scale]");
        }
    }

    @Test
    void onlyALeafCanBeWithoutGradient() {
        try (Device device = TestDevices.java()) {
            Tensor made = Relu.relu(ParameterBuffer.trained(device, shapes()).get("bias"));
            assertThatThrownBy(made::requiresNoGrad)
                    .hasMessage("requiresNoGrad(): tensor [3] was made by relu; only a leaf can be without a gradient:"
                            + " call detach()");
        }
    }

    @Test
    void unknownPathIsRefused() {
        try (Device device = TestDevices.java()) {
            assertThatThrownBy(() -> ParameterBuffer.trained(device, shapes()).get("Bias"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no parameter Bias; there are [weight, bias, scale]");
        }
    }
}
