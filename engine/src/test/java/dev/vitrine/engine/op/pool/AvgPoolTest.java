package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.op.pool.AvgPool.avgPool1d;
import static dev.vitrine.engine.op.pool.AvgPool.avgPool2d;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class AvgPoolTest extends OpContract {
    private static final Window THREE = Window.of(3);

    @Override
    protected List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Window window : PoolSamples.windows()) {
            for (int length : PoolSamples.LENGTHS) {
                if (PoolSamples.fits(window, length)) {
                    samples.add(row(window, CountPad.EXCLUDE, 2, 3, length));
                }
            }
        }
        for (Window2d window : PoolSamples.windows2d()) {
            samples.add(image(window, CountPad.EXCLUDE, 1, 2, 7, 19));
            samples.add(image(window, CountPad.EXCLUDE, 2, 1, 13, 5));
        }
        samples.add(row(THREE.padding(Padding.of(1, 1)), CountPad.INCLUDE, 2, 1, 37));
        samples.add(row(Window.of(5).stride(3).padding(Padding.SAME), CountPad.INCLUDE, 1, 2, 19));
        samples.add(image(Window2d.square(THREE.stride(2).padding(Padding.SAME)), CountPad.INCLUDE, 2, 3, 4, 65));
        samples.add(image(
                new Window2d(THREE.padding(Padding.of(1, 0)), Window.of(4).padding(Padding.of(0, 2))),
                CountPad.INCLUDE,
                1,
                2,
                5,
                7));
        return samples;
    }

    private static Sample row(Window window, CountPad countPad, int n, int c, int length) {
        return Sample.named("N=" + n + " C=" + c + " L=" + length + " " + window + " " + countPad)
                .input("x", n, c, length)
                .gives(Shape.of(n, c, window.outputLength(length)), in -> avgPool1d(in.get(0), window, countPad));
    }

    private static Sample image(Window2d window, CountPad countPad, int n, int c, int height, int width) {
        Shape expected = Shape.of(
                n, c, window.height().outputLength(height), window.width().outputLength(width));
        return Sample.named("N=" + n + " C=" + c + " H=" + height + " W=" + width + " " + window + " " + countPad)
                .input("x", n, c, height, width)
                .gives(expected, in -> avgPool2d(in.get(0), window, countPad));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is not [N, C, L]",
                        d -> avgPool1d(Tensor.zeros(d, 1, 2, 5, 6), THREE, CountPad.INCLUDE),
                        "avg_pool_1d: x must be [N, C, L], got [1, 2, 5, 6]"),
                new ErrorSample(
                        "x is not [N, C, H, W]",
                        d -> avgPool2d(Tensor.zeros(d, 1, 2, 5), Window2d.of(3), CountPad.INCLUDE),
                        "avg_pool_2d: x must be [N, C, H, W], got [1, 2, 5]"),
                new ErrorSample(
                        "dilation",
                        d -> avgPool1d(Tensor.zeros(d, 1, 2, 9), THREE.dilation(2), CountPad.INCLUDE),
                        "avg_pool_1d: a mean is taken of neighbours: dilation must be 1, got 2"),
                new ErrorSample(
                        "dilation along H",
                        d -> avgPool2d(
                                Tensor.zeros(d, 1, 2, 9, 9), new Window2d(THREE.dilation(2), THREE), CountPad.INCLUDE),
                        "avg_pool_2d: a mean is taken of neighbours: dilation must be 1, got 2"),
                new ErrorSample(
                        "dilation along W",
                        d -> avgPool2d(
                                Tensor.zeros(d, 1, 2, 9, 9), new Window2d(THREE, THREE.dilation(3)), CountPad.INCLUDE),
                        "avg_pool_2d: a mean is taken of neighbours: dilation must be 1, got 3"),
                new ErrorSample(
                        "padding of more than half the kernel",
                        d -> avgPool1d(Tensor.zeros(d, 1, 2, 5), THREE.padding(Padding.of(2, 1)), CountPad.INCLUDE),
                        "avg_pool_1d: x [1, 2, 5]: padding (2, 1) is more than half of a window that extends over 3;"
                                + " give at most 1 on each side"),
                new ErrorSample(
                        "kernel longer than the padded input along H",
                        d -> avgPool2d(Tensor.zeros(d, 1, 2, 2, 6), Window2d.of(3), CountPad.EXCLUDE),
                        "avg_pool_2d: x [1, 2, 2, 6] along H: a kernel of 3 taps is longer than the padded input of 2"));
    }

    @Override
    protected int longestSum() {
        return 25;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("avgpool.json").agrees(longestSum(), given -> {
            CountPad countPad = CountPad.valueOf(given.word("countPad"));
            return PoolSamples.isImage(given)
                    ? avgPool2d(given.tensor("x"), PoolSamples.window2d(given), countPad)
                    : avgPool1d(given.tensor("x"), PoolSamples.window(given), countPad);
        });
    }
}
