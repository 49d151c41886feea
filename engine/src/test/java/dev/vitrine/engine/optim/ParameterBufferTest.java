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
        return parameters.gradientStretches().stream()
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

    @Test
    void unknownPathIsRefused() {
        try (Device device = TestDevices.java()) {
            assertThatThrownBy(() -> ParameterBuffer.trained(device, shapes()).get("Bias"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no parameter Bias; there are [weight, bias, scale]");
        }
    }
}
