package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.op.elementwise.Neg.neg;
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

class NegTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return Stream.of(new int[] {}, new int[] {1}, new int[] {17}, new int[] {2, 16}, new int[] {3, 5, 7})
                .map(sizes -> Sample.named("x " + Shape.of(sizes))
                        .input("x", sizes)
                        .gives(Shape.of(sizes), in -> neg(in.get(0))))
                .toList();
    }

    /** Every shape is welcome. */
    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of();
    }

    @Override
    protected int longestSum() {
        return 1;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("neg.json").agrees(longestSum(), given -> neg(given.tensor("x")));
    }

    @TestFactory
    Stream<DynamicNode> notANumberStays() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor x =
                                Tensor.of(device, Shape.of(2), 2.0, Double.NaN).requiresGrad();
                        Tensor y = neg(x);
                        y.backward(Tensor.of(device, Shape.of(2), 3.0, 3));
                        assertThat(y.toDoubles()).containsExactly(-2, Double.NaN);
                        assertThat(x.grad().toDoubles()).containsExactly(-3, -3);
                    }
                }));
    }
}
