package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.op.pool.GlobalMaxPool.globalMaxPool1d;
import static dev.vitrine.engine.op.pool.GlobalMaxPool.globalMaxPool2d;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class GlobalMaxPoolTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                row(1, 1, 1),
                row(1, 3, 2),
                row(2, 1, 16),
                row(3, 5, 37),
                row(2, 2, 131),
                image(1, 2, 1, 1),
                image(2, 3, 5, 7),
                image(1, 1, 13, 17));
    }

    private static Sample row(int n, int c, int length) {
        return Sample.named("N=" + n + " C=" + c + " L=" + length)
                .input("x", n, c, length)
                .gives(Shape.of(n, c), in -> globalMaxPool1d(in.get(0)));
    }

    private static Sample image(int n, int c, int height, int width) {
        return Sample.named("N=" + n + " C=" + c + " H=" + height + " W=" + width)
                .input("x", n, c, height, width)
                .gives(Shape.of(n, c), in -> globalMaxPool2d(in.get(0)));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is not [N, C, L]",
                        d -> globalMaxPool1d(Tensor.zeros(d, 2, 5)),
                        "global_max_pool_1d: x must be [N, C, L], got [2, 5]"),
                new ErrorSample(
                        "x is not [N, C, H, W]",
                        d -> globalMaxPool2d(Tensor.zeros(d, 1, 2, 5)),
                        "global_max_pool_2d: x must be [N, C, H, W], got [1, 2, 5]"));
    }

    @Override
    protected int longestSum() {
        return 1;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("globalmaxpool.json").agrees(longestSum(), given -> {
            Tensor x = given.tensor("x");
            return x.shape().rank() == 4 ? globalMaxPool2d(x) : globalMaxPool1d(x);
        });
    }

    @TestFactory
    Stream<DynamicNode> firstOfEqualValuesWins() {
        return winners((row, places) -> {
            row[places[1]] = 7;
            row[places[2]] = 7;
        });
    }

    /** As PyTorch's loop, in which a not-a-number takes the place of whatever was found before. */
    @TestFactory
    Stream<DynamicNode> lastNotANumberWins() {
        return winners((row, places) -> {
            row[places[0]] = Double.NaN;
            row[places[1]] = Double.NaN;
            row[places[2]] = 9;
        });
    }

    @TestFactory
    Stream<DynamicNode> firstWinsWhereAllAreMinusInfinity() {
        return winners((row, places) -> {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
            places[1] = 0;
        });
    }

    /** Sets values at three places, ascending, of rows of several lengths; place 1 must win. */
    private static Stream<DynamicNode> winners(BiConsumer<double[], int[]> set) {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        for (int[] places : new int[][] {{0, 1, 2}, {3, 20, 21}, {0, 63, 129}, {0, 70, 130}}) {
                            double[] row = new double[131];
                            set.accept(row, places);
                            Tensor x =
                                    Tensor.of(device, Shape.of(1, 1, 131), row).requiresGrad();
                            Tensor y = globalMaxPool1d(x);
                            y.backward(Tensor.of(device, y.shape(), 1.0));
                            assertThat(y.toDoubles()).containsExactly(row[places[1]]);
                            assertThat(x.grad().toDoubles()).containsExactly(oneAt(places[1]));
                        }
                    }
                }));
    }

    private static double[] oneAt(int place) {
        double[] ones = new double[131];
        ones[place] = 1;
        return ones;
    }
}
