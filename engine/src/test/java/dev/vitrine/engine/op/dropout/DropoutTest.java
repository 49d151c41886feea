package dev.vitrine.engine.op.dropout;

import static dev.vitrine.engine.op.dropout.Dropout.dropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DropoutTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                sample(0.5, 7),
                sample(0.25, 7, 1),
                sample(0.1, -1, 17),
                sample(0, 7, 2, 16),
                sample(1, 7, 2, 16),
                sample(0.9, Long.MIN_VALUE, 3, 5, 7),
                sample(0.5, Long.MAX_VALUE, 1031));
    }

    private static Sample sample(double p, long seed, int... sizes) {
        return Sample.named("x " + Shape.of(sizes) + " p=" + p + " seed=" + seed)
                .input("x", sizes)
                .gives(Shape.of(sizes), in -> dropout(in.get(0), p, seed, 3));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "p above 1",
                        d -> dropout(Tensor.zeros(d, 2), 1.5, 1, 1),
                        "dropout: p must be from 0 to 1, got 1.5"),
                new ErrorSample(
                        "p is not a number",
                        d -> dropout(Tensor.zeros(d, 2), Double.NaN, 1, 1),
                        "dropout: p must be from 0 to 1, got NaN"));
    }

    @Override
    protected int longestSum() {
        return 1;
    }

    private static Tensor ones(Device device, int size) {
        return Tensor.of(
                device,
                Shape.of(size),
                DoubleStream.generate(() -> 1).limit(size).toArray());
    }

    private static double[] factors(Device device, int size, double p, long seed, long step) {
        return dropout(ones(device, size), p, seed, step).toDoubles();
    }

    @TestFactory
    Stream<DynamicNode> maskIsTheSameOnEveryDevice() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        String mask = Arrays.stream(factors(device, 24, 0.5, 42, 7))
                                .mapToObj(m -> m == 0 ? "." : "#")
                                .reduce("", String::concat);
                        assertThat(mask).isEqualTo(".#..#.#.##.....#..#....#");
                    }
                }));
    }

    @Test
    void valuesAreDroppedAsOftenAsAskedAndTheMeanStays() {
        try (JavaDevice device = TestDevices.java()) {
            for (double p : new double[] {0.1, 0.5, 0.8}) {
                double[] factors = factors(device, 100_000, p, 42, 0);
                double dropped = DoubleStream.of(factors).filter(m -> m == 0).count() / 100_000.0;
                assertThat(dropped).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 100_000)));
                assertThat(factors).containsOnly(0, 1 / (1 - p));
            }
        }
    }

    @Test
    void aDrawAtTheThresholdStays() {
        Mask half = new Mask(0.5, 1, 1);
        assertThat(half.keeps(1L << 63)).isTrue();
        assertThat(half.keeps((1L << 63) - 1)).isFalse();
    }

    @Test
    void seedAndStepChangeTheMask() {
        try (JavaDevice device = TestDevices.java()) {
            double[] first = factors(device, 10_000, 0.5, 42, 0);
            for (double[] other : List.of(
                    factors(device, 10_000, 0.5, 42, 1),
                    factors(device, 10_000, 0.5, 43, 0),
                    factors(device, 10_000, 0.5, 43, -1))) {
                long equal = IntStream.range(0, 10_000)
                        .filter(i -> first[i] == other[i])
                        .count();
                assertThat(equal).isBetween(4800L, 5200L);
            }
            assertThat(factors(device, 10_000, 0.5, 42, 0)).containsExactly(first);
        }
    }

    @TestFactory
    Stream<DynamicNode> notANumberStays() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor x = Tensor.of(device, Shape.of(2), Double.NaN, Double.NaN);
                        assertThat(dropout(x, 1, 1, 1).toDoubles()).containsOnly(Double.NaN);
                    }
                }));
    }
}
