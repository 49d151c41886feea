package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.op.elementwise.Clamp.clamp;
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

class ClampTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return Stream.of(new int[] {}, new int[] {1}, new int[] {17}, new int[] {2, 16}, new int[] {3, 5, 7})
                .map(sizes -> Sample.named("x " + Shape.of(sizes))
                        .awayFromZero("x", sizes)
                        .gives(Shape.of(sizes), in -> clamp(in.get(0), 0, 1.7320508)))
                .toList();
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "min above max",
                        d -> clamp(Tensor.zeros(d, 2), 1, 0.5),
                        "clamp: min must not be above max, got 1.0 and 0.5"),
                new ErrorSample(
                        "min is not a number",
                        d -> clamp(Tensor.zeros(d, 2), Double.NaN, 0.5),
                        "clamp: min must not be above max, got NaN and 0.5"));
    }

    @Override
    protected int longestSum() {
        return 1;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("clamp.json")
                .agrees(
                        longestSum(),
                        given -> clamp(
                                given.tensor("x"),
                                given.numberOr("min", Double.NEGATIVE_INFINITY),
                                given.numberOr("max", Double.POSITIVE_INFINITY)));
    }

    @TestFactory
    Stream<DynamicNode> gradientFlowsAtTheBounds() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor x = Tensor.of(device, Shape.of(6), -2.0, -1, 0, 1, 2, Double.NaN)
                                .requiresGrad();
                        Tensor y = clamp(x, -1, 1);
                        y.backward(Tensor.of(device, Shape.of(6), 3.0, 3, 3, 3, 3, 3));
                        assertThat(y.toDoubles()).containsExactly(-1, -1, 0, 1, 1, Double.NaN);
                        assertThat(x.grad().toDoubles()).containsExactly(0, 3, 3, 3, 0, 0);
                    }
                }));
    }
}
