package dev.vitrine.engine.op.reduce;

import static dev.vitrine.engine.op.reduce.Max.amax;
import static dev.vitrine.engine.op.reduce.Max.argmax;
import static dev.vitrine.engine.op.reduce.Max.max;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MaxTest extends OpContract {
    private static final double NAN = Double.NaN;
    private static final double LOWEST = Double.NEGATIVE_INFINITY;

    @Override
    protected List<Sample> samples() {
        Stream<Sample> shared = ReduceSamples.cases()
                .map(c -> Sample.named("amax " + c).input("x", c.x()).gives(c.y(), in -> amax(in.get(0), c.axes())));
        Stream<Sample> first = ReduceSamples.cases()
                .filter(c -> c.axes().axes().size() == 1 && c.axes().dims() == Axes.Dims.DROPPED)
                .map(c -> Sample.named("max " + c)
                        .input("x", c.x())
                        .gives(c.y(), in -> max(in.get(0), c.axes().axes().get(0))));
        Stream<Sample> where = ReduceSamples.cases()
                .map(c -> Sample.named("argmax " + c)
                        .constant("x", -1, 1, c.x())
                        .gives(c.y(), in -> argmax(in.get(0), c.axes())));
        return Stream.of(shared, first, where).flatMap(samples -> samples).toList();
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "no such axis",
                        d -> max(Tensor.zeros(d, 2, 3), 2),
                        "max: x [2, 3] has no axis 2; axes go from -2 to 1"),
                new ErrorSample(
                        "no such axis for amax",
                        d -> amax(Tensor.zeros(d, 4), Axes.of(-2)),
                        "amax: x [4] has no axis -2; axes go from -1 to 0"),
                new ErrorSample(
                        "axis named twice for argmax",
                        d -> argmax(Tensor.zeros(d, 4, 4), Axes.of(0, 0)),
                        "argmax: axis 0 of x [4, 4] is named twice in [0, 0]"));
    }

    @Override
    protected int longestSum() {
        return 1;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("max.json").agrees(8, given -> {
            Tensor x = given.tensor("x");
            return switch (given.word("op")) {
                case "amax" -> amax(x, ReduceSamples.axes(given));
                case "max of all" -> max(x);
                case "max" -> max(x, ReduceSamples.axes(given).axes().get(0));
                case "argmax" -> argmax(x, ReduceSamples.axes(given));
                default -> throw new AssertionError(given.word("op"));
            };
        });
    }

    private static Stream<DynamicNode> onAll(Consumer<Device> test) {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        test.accept(device);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> notANumberIsNotHidden() {
        return onAll(device -> {
            Tensor rows = Tensor.of(device, Shape.of(2, 3), 1, NAN, 2, 5, 4, 3);
            assertThat(max(rows, 1).toDoubles()).containsExactly(NAN, 5);
            assertThat(argmax(rows, Axes.of(1)).toDoubles()).containsExactly(1, 0);
            Tensor columns = Tensor.of(device, Shape.of(3, 2), NAN, 5, 1, 9, NAN, 3);
            assertThat(max(columns, 0).toDoubles()).containsExactly(NAN, 9);
            assertThat(argmax(columns, Axes.of(0)).toDoubles()).containsExactly(0, 1);
        });
    }

    @TestFactory
    Stream<DynamicNode> minusInfinityIsAValueLikeAnyOther() {
        return onAll(device -> {
            Tensor x = Tensor.of(device, Shape.of(2, 3), LOWEST, LOWEST, LOWEST, LOWEST, -1e30, LOWEST);
            assertThat(max(x, 1).toDoubles()[0]).isEqualTo(LOWEST);
            assertThat(argmax(x, Axes.of(1)).toDoubles()).containsExactly(0, 1);
            assertThat(argmax(x, Axes.of(0)).toDoubles()).containsExactly(0, 1, 0);
        });
    }

    @TestFactory
    Stream<DynamicNode> firstOfEqualsIsFoundHoweverTheWorkIsShared() {
        return onAll(device -> {
            double[] values = new double[300];
            values[77] = values[78] = values[141] = values[299] = 1;
            assertThat(argmax(Tensor.of(device, Shape.of(300), values), Axes.all())
                            .item())
                    .isEqualTo(77);
            assertThat(argmax(Tensor.of(device, Shape.of(3, 100), values), Axes.of(0))
                            .toDoubles()[41])
                    .isEqualTo(1);
        });
    }

    @Test
    void argmaxKeepsNothingButTheIndex() {
        try (Device device = TestDevices.java()) {
            Tensor x = Tensor.zeros(device, 3, 4);
            long before = device.memory().inUse();
            argmax(x, Axes.of(1));
            assertThat(device.memory().inUse() - before).isEqualTo(3L * Double.BYTES);
        }
    }

    @Test
    void indexThatFloat32CannotHoldIsRefused() {
        Max.requireExactIndex("argmax", Reduction.of("argmax", Shape.of(1 << 24), Axes.all()));
        try (Device device = TestDevices.java()) {
            Tensor x = Tensor.zeros(device, (1 << 24) + 1);
            assertThatThrownBy(() -> argmax(x, Axes.all()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("argmax: 16777217 elements cannot be told apart by index; 16777216 can, because an"
                            + " index is a float32");
            assertThatThrownBy(() -> max(x, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("max: 16777217 elements cannot be told apart by index; 16777216 can, because an index"
                            + " is a float32");
        }
    }
}
