package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.op.elementwise.Sigmoid.sigmoid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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

class SigmoidTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(sample(1.5), sample(1.5, 1), sample(6, 17), sample(6, 2, 16), sample(6, 3, 5, 7));
    }

    /** In float32 the gradient loses digits where y is near 1; a lone x stays away from there. */
    private static Sample sample(double highest, int... sizes) {
        return Sample.named("x " + Shape.of(sizes))
                .uniform("x", -6, highest, sizes)
                .gives(Shape.of(sizes), in -> sigmoid(in.get(0)));
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
        return Golden.table("sigmoid.json").agrees(longestSum(), given -> sigmoid(given.tensor("x")));
    }

    @TestFactory
    Stream<DynamicNode> smallProbabilitiesKeepTheirDigitsAndNothingOverflows() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        double[] y = sigmoid(Tensor.of(device, Shape.of(4), -80.0, -1000, 1000, Double.NaN))
                                .toDoubles();
                        assertThat(y[0]).isCloseTo(Math.exp(-80), within(1e-6 * Math.exp(-80)));
                        assertThat(y).endsWith(0, 1, Double.NaN);
                    }
                }));
    }
}
