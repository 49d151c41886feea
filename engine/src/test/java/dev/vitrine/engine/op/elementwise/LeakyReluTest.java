package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.op.elementwise.LeakyRelu.leakyRelu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class LeakyReluTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return Stream.of(new int[] {}, new int[] {1}, new int[] {17}, new int[] {2, 16}, new int[] {3, 5, 7})
                .map(sizes -> Sample.named("x " + Shape.of(sizes))
                        .awayFromZero("x", sizes)
                        .gives(Shape.of(sizes), in -> leakyRelu(in.get(0), 0.3)))
                .toList();
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(new ErrorSample(
                "slope is not finite",
                d -> leakyRelu(Tensor.zeros(d, 2), Double.NaN),
                "leaky_relu: the negative slope must be finite, got NaN"));
    }

    @Override
    protected int longestSum() {
        return 1;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("leaky_relu.json")
                .agrees(longestSum(), given -> leakyRelu(given.tensor("x"), given.number("slope")));
    }

    @TestFactory
    Stream<DynamicNode> zeroCountsAsNegativeAndNotANumberStays() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor x = Tensor.of(device, Shape.of(4), -2.0, 0, 2, Double.NaN)
                                .requiresGrad();
                        Tensor y = leakyRelu(x, 0.5);
                        y.backward(Tensor.of(device, Shape.of(4), 3.0, 3, 3, 3));
                        assertThat(y.toDoubles()).containsExactly(-1, 0, 2, Double.NaN);
                        assertThat(x.grad().toDoubles()).containsExactly(1.5, 1.5, 3, 1.5);
                    }
                }));
    }
}
