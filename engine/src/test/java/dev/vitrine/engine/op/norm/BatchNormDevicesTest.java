package dev.vitrine.engine.op.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.Closeness;
import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.elementwise.Relu;
import dev.vitrine.engine.op.norm.BatchNorm.Options;
import dev.vitrine.engine.op.pool.MaxPool;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the samples do not tell: fusing, long rows, large means, and that nothing waits for the device. */
class BatchNormDevicesTest {
    private static final Options FUSED = Options.DEFAULT.activation(Activation.RELU);

    /** How x, gamma and beta become y. */
    private interface Network {
        Tensor apply(Tensor x, Tensor gamma, Tensor beta, RunningStatistics running);
    }

    @TestFactory
    Stream<DynamicNode> fusedTrainingHasTheBitsOfTheTwoStepsApart() {
        return onEveryDevice(device -> assertSameBits(
                device,
                (x, gamma, beta, running) -> BatchNorm.training(x, gamma, beta, running, FUSED),
                (x, gamma, beta, running) -> Relu.relu(BatchNorm.training(x, gamma, beta, running, Options.DEFAULT))));
    }

    @TestFactory
    Stream<DynamicNode> fusedEvaluationHasTheBitsOfTheTwoStepsApart() {
        return onEveryDevice(device -> assertSameBits(
                device,
                (x, gamma, beta, running) -> BatchNorm.evaluating(x, gamma, beta, running, FUSED),
                (x, gamma, beta, running) ->
                        Relu.relu(BatchNorm.evaluating(x, gamma, beta, running, Options.DEFAULT))));
    }

    private static void assertSameBits(Device device, Network fused, Network apart) {
        for (int[] sizes : new int[][] {{3, 4, 1037}, {5, 3}, {2, 2, 16}}) {
            List<double[]> expected = outputGradientsAndRunning(device, apart, 0, sizes);
            List<double[]> got = outputGradientsAndRunning(device, fused, 0, sizes);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(got.get(i)).as("%s: value %s", Shape.of(sizes), i).containsExactly(expected.get(i));
            }
            assertThat(got.get(0)).as("some values are cut").contains(0);
        }
    }

    /** The value that wins is found again on the way back: what passes is the same, added up in another order. */
    @TestFactory
    Stream<DynamicNode> pooledOutputHasTheBitsOfTheThreeStepsApart() {
        return onEveryDevice(device -> {
            assertPools(device, Window.of(8).stride(8), 3, 4, 1037);
            assertPools(device, Window.of(3).stride(3), 2, 3, 100);
            assertPools(device, Window.of(2).stride(2), 3, 2, 7, 75);
        });
    }

    private static void assertPools(Device device, Window window, int... sizes) {
        Window2d square = Window2d.square(window);
        Options options = FUSED.pool((sizes.length == 3 ? Tiles.of(window) : Tiles.of(square)).orElseThrow());
        List<double[]> got = outputGradientsAndRunning(
                device, (x, gamma, beta, running) -> BatchNorm.training(x, gamma, beta, running, options), 0, sizes);
        List<double[]> apart = outputGradientsAndRunning(
                device,
                (x, gamma, beta, running) -> {
                    Tensor y = Relu.relu(BatchNorm.training(x, gamma, beta, running, Options.DEFAULT));
                    return sizes.length == 3 ? MaxPool.maxPool1d(y, window) : MaxPool.maxPool2d(y, square);
                },
                0,
                sizes);
        for (int i : new int[] {0, 4, 5}) {
            assertThat(got.get(i)).as("%s: value %s", Shape.of(sizes), i).containsExactly(apart.get(i));
        }
        for (int i : new int[] {1, 2, 3}) {
            Closeness.within(1e-5, Shape.of(sizes) + ": value " + i, apart.get(i), got.get(i));
        }
    }

    @TestFactory
    Stream<DynamicNode> ofEqualValuesInATileTheFirstWins() {
        return onEveryDevice(device -> {
            Tensor x = Tensor.of(device, Shape.of(1, 1, 2, 4), 3.0, 1, 0, 2, 3.0, 3.0, 2, 1)
                    .requiresGrad();
            Tensor gamma = Tensor.of(device, Shape.of(1), 1.0);
            RunningStatistics running = RunningStatistics.fresh(device, 1);
            Tensor y = BatchNorm.evaluating(
                    x, gamma, Tensor.zeros(device, 1), running, Options.DEFAULT.pool(new Tiles(2, 2)));
            y.backward(Tensor.of(device, Shape.of(1, 1, 1, 2), 10.0, 100.0));
            assertThat(x.grad().toDoubles()).containsExactly(new double[] {10, 0, 0, 100, 0, 0, 0, 0}, within(1e-3));
        });
    }

    @TestFactory
    Stream<DynamicNode> notANumberWinsItsTile() {
        return onEveryDevice(device -> {
            Tensor x = Tensor.of(device, Shape.of(1, 1, 6), 3.0, Double.NaN, 1, 2, 5, 4);
            RunningStatistics running = RunningStatistics.fresh(device, 1);
            Tensor one = Tensor.of(device, Shape.of(1), 1.0);
            Tensor y = BatchNorm.evaluating(x, one, Tensor.zeros(device, 1), running, FUSED.pool(new Tiles(1, 2)));
            assertThat(y.toDoubles()).containsExactly(new double[] {Double.NaN, 2, 5}, within(1e-3));
        });
    }

    /** Rows longer than the chunks that a group of work-items takes, and not a multiple of them. */
    @TestFactory
    Stream<DynamicNode> longRowsAgreeWithTheLoop() {
        return onEveryDevice(device -> assertAgrees(device, FUSED, 0, 2, 2, 20_011));
    }

    @TestFactory
    Stream<DynamicNode> largePooledImagesAgreeWithTheLoop() {
        return onEveryDevice(device -> assertAgrees(device, FUSED.pool(new Tiles(2, 2)), 0, 2, 2, 141, 143));
    }

    /** Squares around zero would leave no digit of the variance in float32. */
    @TestFactory
    Stream<DynamicNode> meanFarFromZeroLeavesTheVarianceItsDigits() {
        return onEveryDevice(device -> assertAgrees(device, FUSED, 4096, 3, 2, 1037));
    }

    /** Kernels sum up how far values lie from the mean of a row's first few, which one of those can put far off. */
    @TestFactory
    Stream<DynamicNode> farFirstValueLeavesTheVarianceItsDigits() {
        return onEveryDevice(device -> {
            Rng rng = new Rng(1);
            double[] values = DoubleStream.generate(rng::gaussian).limit(1000).toArray();
            values[0] = 1e5;
            double mean = Arrays.stream(values).average().orElseThrow();
            double squares =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            Tensor x = Tensor.of(device, Shape.of(1, 1, 1000), values);
            RunningStatistics running = RunningStatistics.fresh(device, 1);
            Tensor one = Tensor.of(device, Shape.of(1), 1.0);
            BatchNorm.training(x, one, one, running, new Options(1e-5, 1, Activation.NONE, Tiles.SINGLE));
            assertThat(running.variance().item()).isCloseTo(squares / 999, withinPercentage(1e-3));
        });
    }

    /** In float32 the mean is rounded: xhat is off by as much, and so is all that follows from it. */
    private static void assertAgrees(Device device, Options options, double mean, int... sizes) {
        Network training = (x, gamma, beta, running) -> BatchNorm.training(x, gamma, beta, running, options);
        List<double[]> expected;
        try (Device java = TestDevices.java()) {
            expected = outputGradientsAndRunning(java, training, mean, sizes);
        }
        List<double[]> got = outputGradientsAndRunning(device, training, mean, sizes);
        for (int i = 0; i < expected.size(); i++) {
            Closeness.within(2e-5 + 4 * Math.ulp((float) mean), "value " + i, expected.get(i), got.get(i));
        }
    }

    @TestFactory
    Stream<DynamicNode> runningStatisticsFollowAsInPyTorch() {
        return onEveryDevice(device -> {
            RunningStatistics running = RunningStatistics.fresh(device, 1);
            Tensor x = Tensor.of(device, Shape.of(1, 1, 4), 1.0, 2, 3, 6);
            BatchNorm.training(
                    x, Tensor.of(device, Shape.of(1), 1.0), Tensor.zeros(device, 1), running, Options.DEFAULT);
            assertThat(running.mean().item()).as("running mean").isCloseTo(0.9 * 0 + 0.1 * 3, within(1e-6));
            assertThat(running.variance().item())
                    .as("running variance")
                    .isCloseTo(0.9 * 1 + 0.1 * 14 / 3, within(1e-6));
        });
    }

    @Test
    void refusesRunningStatisticsOfAnotherDevice() {
        try (Device one = TestDevices.java();
                Device other = TestDevices.java()) {
            Tensor x = Tensor.zeros(one, 2, 1);
            Tensor gamma = Tensor.zeros(one, 1);
            Tensor near = Tensor.zeros(one, 1);
            Tensor far = Tensor.zeros(other, 1);
            for (RunningStatistics running :
                    List.of(new RunningStatistics(near, far), new RunningStatistics(far, near))) {
                assertThatThrownBy(() -> BatchNorm.training(x, gamma, gamma, running, Options.DEFAULT))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("batch_norm: x and the running statistics are on different devices, java and java");
            }
        }
    }

    @TestFactory
    Stream<DynamicNode> fusedReluPassesNothingBackWhereItGivesExactlyZero() {
        return onEveryDevice(device -> {
            Tensor x = Tensor.of(device, Shape.of(3, 1), -1.0, 0.0, 1.0).requiresGrad();
            Tensor gamma = Tensor.of(device, Shape.of(1), 1.0);
            Tensor beta = Tensor.zeros(device, 1).requiresGrad();
            Tensor y = BatchNorm.training(x, gamma, beta, RunningStatistics.fresh(device, 1), FUSED);
            y.backward(Tensor.of(device, Shape.of(3, 1), 1.0, 10.0, 100.0));
            assertThat(y.toDoubles()[1]).isZero();
            assertThat(beta.grad().toDoubles()).containsExactly(100);
        });
    }

    @Test
    void aMomentumOfZeroOrOneIsTaken() {
        try (Device device = TestDevices.java()) {
            Tensor x = Tensor.of(device, Shape.of(2, 1), 1.0, 5.0);
            for (double momentum : new double[] {0, 1}) {
                RunningStatistics running = RunningStatistics.fresh(device, 1);
                BatchNorm.training(
                        x,
                        Tensor.zeros(device, 1),
                        Tensor.zeros(device, 1),
                        running,
                        new Options(1e-5, momentum, Activation.NONE, Tiles.SINGLE));
                assertThat(running.mean().item()).isEqualTo(momentum * 3);
            }
        }
    }

    @Test
    void takesThreeLaunchesEachWayAndWaitsForNothing() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Tensor x = Tensor.randn(device, new Rng(1), 4, 3, 50).requiresGrad();
            Tensor gamma = Tensor.zeros(device, 3).requiresGrad();
            Tensor beta = Tensor.zeros(device, 3).requiresGrad();
            RunningStatistics running = RunningStatistics.fresh(device, 3);
            Tensor weights = Tensor.zeros(device, 4, 3, 50);
            long reads = device.reads();
            BatchNorm.training(x, gamma, beta, running, FUSED).backward(weights);
            assertThat(device.reads()).isEqualTo(reads);
            assertThat(device.launches())
                    .containsEntry("batchnorm.statistics_partial", 1L)
                    .containsEntry("batchnorm.statistics_total", 1L)
                    .containsEntry("batchnorm.forward", 1L)
                    .containsEntry("batchnorm.affine_partial", 1L)
                    .containsEntry("batchnorm.affine_total", 1L)
                    .containsEntry("batchnorm.backward_data", 1L);
        }
    }

    private static Stream<DynamicNode> onEveryDevice(Consumer<Device> test) {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        test.accept(device);
                    }
                }));
    }

    private static List<double[]> outputGradientsAndRunning(Device device, Network network, double mean, int... sizes) {
        try (Scope step = device.step()) {
            Rng rng = new Rng(7);
            Tensor x = shifted(device, rng, mean, sizes).requiresGrad();
            Tensor gamma = Tensor.randn(device, rng, sizes[1]).requiresGrad();
            Tensor beta = Tensor.randn(device, rng, sizes[1]).requiresGrad();
            RunningStatistics running = RunningStatistics.fresh(device, sizes[1]);
            Tensor y = network.apply(x, gamma, beta, running);
            y.backward(Tensor.randn(device, rng, y.shape().toArray()));
            return Stream.of(y, x.grad(), gamma.grad(), beta.grad(), running.mean(), running.variance())
                    .map(Tensor::toDoubles)
                    .toList();
        }
    }

    /** Normal numbers around {@code mean}, the same on every device: exact in float32. */
    private static Tensor shifted(Device device, Rng rng, double mean, int... sizes) {
        double[] values = new double[Shape.of(sizes).elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + Math.rint(rng.gaussian() * 1024) / 1024;
        }
        return Tensor.of(device, Shape.of(sizes), values);
    }
}
