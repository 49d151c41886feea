package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.Pow.pow;
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

class PowTest extends OpContract {
    private static final BroadcastPairs PAIRS = new BroadcastPairs("pow", Pow::pow);

    @Override
    protected List<Sample> samples() {
        return PAIRS.samples((sample, a, b) -> sample.uniform("a", 0.5, 2, a).uniform("b", -2, 2, b));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return PAIRS.errorSamples();
    }

    @Override
    protected int longestSum() {
        return BroadcastPairs.LONGEST_SUM;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("pow.json").agrees(longestSum(), given -> pow(given.tensor("a"), given.tensor("b")));
    }

    @TestFactory
    Stream<DynamicNode> zeroToAPowerIsAsInPyTorch() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor a = Tensor.of(device, Shape.of(4), 0.0, 0, 0, -2).requiresGrad();
                        Tensor b = Tensor.of(device, Shape.of(4), 0.0, 1, 2, 0).requiresGrad();
                        Tensor y = pow(a, b);
                        y.backward(Tensor.of(device, Shape.of(4), 3.0, 3, 3, 3));
                        assertThat(y.toDoubles()).containsExactly(1, 0, 0, 1);
                        assertThat(a.grad().toDoubles()).containsExactly(0, 3, 0, 0);
                        assertThat(b.grad().toDoubles()).containsExactly(0, 0, 0, Double.NaN);
                    }
                }));
    }
}
