package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.op.pool.MaxPool.maxPool1d;
import static dev.vitrine.engine.op.pool.MaxPool.maxPool2d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class MaxPoolTest extends OpContract {
    private static final Window THREE = Window.of(3);

    @Override
    protected List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Window window : PoolSamples.windows()) {
            for (int length : PoolSamples.LENGTHS) {
                if (PoolSamples.fits(window, length)) {
                    samples.add(row(window, 2, 3, length));
                }
            }
        }
        for (Window window : PoolSamples.dilated()) {
            samples.add(row(window, 1, 2, 37));
        }
        for (Window2d window : PoolSamples.windows2d()) {
            samples.add(image(window, 1, 2, 7, 19));
            samples.add(image(window, 2, 1, 13, 5));
        }
        samples.add(image(new Window2d(THREE.dilation(2), THREE.stride(2).dilation(3)), 1, 1, 6, 41));
        samples.add(image(Window2d.square(Window.of(2).stride(2)), 2, 3, 4, 65));
        return samples;
    }

    private static Sample row(Window window, int n, int c, int length) {
        return Sample.named("N=" + n + " C=" + c + " L=" + length + " " + window)
                .input("x", n, c, length)
                .gives(Shape.of(n, c, window.outputLength(length)), in -> maxPool1d(in.get(0), window));
    }

    private static Sample image(Window2d window, int n, int c, int height, int width) {
        Shape expected = Shape.of(
                n, c, window.height().outputLength(height), window.width().outputLength(width));
        return Sample.named("N=" + n + " C=" + c + " H=" + height + " W=" + width + " " + window)
                .input("x", n, c, height, width)
                .gives(expected, in -> maxPool2d(in.get(0), window));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is not [N, C, L]",
                        d -> maxPool1d(Tensor.zeros(d, 2, 5), THREE),
                        "max_pool_1d: x must be [N, C, L], got [2, 5]"),
                new ErrorSample(
                        "x is not [N, C, H, W]",
                        d -> maxPool2d(Tensor.zeros(d, 1, 2, 5), Window2d.of(3)),
                        "max_pool_2d: x must be [N, C, H, W], got [1, 2, 5]"),
                new ErrorSample(
                        "padding of more than half the kernel",
                        d -> maxPool1d(Tensor.zeros(d, 1, 2, 5), THREE.padding(Padding.of(1, 2))),
                        "max_pool_1d: x [1, 2, 5]: padding (1, 2) is more than half of a window that extends over 3;"
                                + " give at most 1 on each side"),
                new ErrorSample(
                        "padding of more than half the kernel along H",
                        d -> maxPool2d(
                                Tensor.zeros(d, 1, 2, 5, 6),
                                new Window2d(Window.of(1).padding(Padding.of(1, 0)), THREE)),
                        "max_pool_2d: x [1, 2, 5, 6] along H: padding (1, 0) is more than half of a window that extends"
                                + " over 1; give at most 0 on each side"),
                new ErrorSample(
                        "kernel longer than the padded input",
                        d -> maxPool1d(Tensor.zeros(d, 1, 2, 5), Window.of(8).padding(Padding.of(1, 1))),
                        "max_pool_1d: x [1, 2, 5]: a kernel of 8 taps is longer than the padded input of 7"),
                new ErrorSample(
                        "dilated kernel longer than the padded input along W",
                        d -> maxPool2d(Tensor.zeros(d, 1, 2, 5, 6), new Window2d(THREE.dilation(2), THREE.dilation(4))),
                        "max_pool_2d: x [1, 2, 5, 6] along W: a kernel of 3 taps at dilation 4 (9 values) is longer than"
                                + " the padded input of 6"),
                new ErrorSample("kernel size 0", d -> Window.of(0), "kernel size must be at least 1, got 0"),
                new ErrorSample("stride below 1", d -> THREE.stride(-1), "stride must be at least 1, got -1"),
                new ErrorSample("dilation 0", d -> THREE.dilation(0), "dilation must be at least 1, got 0"));
    }

    @Override
    protected int longestSum() {
        return 25;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("maxpool.json")
                .agrees(
                        longestSum(),
                        given -> PoolSamples.isImage(given)
                                ? maxPool2d(given.tensor("x"), PoolSamples.window2d(given))
                                : maxPool1d(given.tensor("x"), PoolSamples.window(given)));
    }

    @TestFactory
    Stream<DynamicNode> firstOfEqualValuesWins() {
        return winners(THREE.stride(2).padding(Padding.of(1, 1)), new double[] {2, 2, 5, 5, 5, 2}, 1, 0, 1, 1, 0, 0);
    }

    /** As PyTorch's loop, in which a not-a-number takes the place of whatever was found before. */
    @TestFactory
    Stream<DynamicNode> lastNotANumberWins() {
        double nan = Double.NaN;
        return winners(Window.of(4).stride(2), new double[] {1, nan, nan, 9, 3, nan}, 0, 0, 1, 0, 0, 1);
    }

    /** Padding does not win against minus infinity. */
    @TestFactory
    Stream<DynamicNode> minusInfinityWinsWhereThereIsNothingElse() {
        double low = Double.NEGATIVE_INFINITY;
        return winners(THREE.padding(Padding.of(1, 1)), new double[] {low, low, low, low, 3, low}, 2, 1, 0, 0, 3, 0);
    }

    /** Both taps of the first window fall outside: one before the input, one behind it. */
    @TestFactory
    Stream<DynamicNode> windowWithoutAValuePassesNothing() {
        Window window = Window.of(2).dilation(3).padding(Padding.of(1, 2)).stride(1);
        return winners(window, new double[] {1, 2}, 1, 0);
    }

    /** The gradient of the sum of all outputs counts the windows that each value won. */
    private static Stream<DynamicNode> winners(Window window, double[] row, double... wins) {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor x = Tensor.of(device, Shape.of(1, 1, row.length), row)
                                .requiresGrad();
                        Tensor y = maxPool1d(x, window);
                        double[] ones = new double[y.shape().elements()];
                        Arrays.fill(ones, 1);
                        y.backward(Tensor.of(device, y.shape(), ones));
                        assertThat(x.grad().toDoubles()).containsExactly(wins);
                        assertThat(y.toDoubles()).containsExactly(expected(window, row));
                    }
                }));
    }

    private static double[] expected(Window window, double[] row) {
        double[] y = new double[window.outputLength(row.length)];
        Arrays.fill(y, Double.NEGATIVE_INFINITY);
        for (int l = 0; l < y.length; l++) {
            for (int k = 0; k < window.kernelSize(); k++) {
                int i = l * window.stride()
                        + k * window.dilation()
                        - window.paddingFor(row.length).before();
                if (i >= 0 && i < row.length) {
                    y[l] = Math.max(y[l], row[i]);
                }
            }
        }
        return y;
    }
}
