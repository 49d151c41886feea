package dev.vitrine.engine.op.softmax;

import static dev.vitrine.engine.op.softmax.LogSoftmax.logSoftmax;
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

class LogSoftmaxTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                sample(0, 1),
                sample(0, 17),
                sample(-1, 300),
                sample(1, 2, 16),
                sample(0, 2, 16),
                sample(1, 3, 5, 7),
                sample(2, 3, 5, 7),
                sample(0, 3, 5, 7),
                sample(-3, 2, 3, 2, 19),
                sample(-2, 5, 1, 3),
                sample(1, 2, 67, 33));
    }

    private static Sample sample(int axis, int... sizes) {
        return Sample.named("x " + Shape.of(sizes) + " axis " + axis)
                .input("x", sizes)
                .gives(Shape.of(sizes), in -> logSoftmax(in.get(0), axis));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "no such axis",
                        d -> logSoftmax(Tensor.zeros(d, 2, 3), 2),
                        "log_softmax: x [2, 3] has no axis 2; axes go from -2 to 1"),
                new ErrorSample(
                        "no such axis from the end",
                        d -> logSoftmax(Tensor.zeros(d, 2, 3), -3),
                        "log_softmax: x [2, 3] has no axis -3; axes go from -2 to 1"),
                new ErrorSample(
                        "a scalar",
                        d -> logSoftmax(Tensor.zeros(d), 0),
                        "log_softmax: x [] has no axis 0; it is a scalar"));
    }

    @Override
    protected int longestSum() {
        return 300;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("log_softmax.json")
                .agrees(64, given -> logSoftmax(given.tensor("x"), given.integer("axis")));
    }

    @TestFactory
    Stream<DynamicNode> largeScoresDoNotOverflowAndNotANumberStays() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor x = Tensor.of(device, Shape.of(3, 2), 1000.0, 1000, -1000, 1000, 0, Double.NaN);
                        double half = Math.log(0.5);
                        double[] y = logSoftmax(x, 1).toDoubles();
                        assertThat(y)
                                .containsExactly(
                                        new double[] {half, half, -2000, 0, Double.NaN, Double.NaN}, within(1e-4));
                        assertThat(logSoftmax(x, 0).toDoubles()).endsWith(-1000, Double.NaN);
                    }
                }));
    }
}
