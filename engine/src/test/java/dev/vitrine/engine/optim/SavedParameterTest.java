package dev.vitrine.engine.optim;

import static dev.vitrine.engine.op.linear.Linear.linear;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step overwrites the parameters that an older forward pass has used; its backward must not go on with the new ones. */
class SavedParameterTest {
    static Stream<TestDevices.Choice> devices() {
        return TestDevices.all().stream();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void stepBetweenForwardAndBackwardIsRefused(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            ParameterBuffer parameters = ParameterBuffer.trained(device, Map.of("weight", Shape.of(1, 3)));
            Tensor x = Tensor.of(device, Shape.of(1, 3), 1, 2, 3).requiresGrad();
            Tensor weight = parameters.get("weight");
            Tensor early = linear(x, weight, null);
            linear(x, weight, null).backward();
            new Sgd(parameters, new Sgd.Options(0, 0)).step(0.1);
            assertThatThrownBy(early::backward)
                    .hasMessage("backward(): input 1 [1, 3] of linear was overwritten after the forward pass used it;"
                            + " run the forward pass again, or write to a copy");
            linear(x, weight, null).backward();
        }
    }
}
