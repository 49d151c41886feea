package dev.vitrine.engine.op.loss;

import static dev.vitrine.engine.op.loss.CrossEntropy.crossEntropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.op.loss.CrossEntropy.Options;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class CrossEntropyTest extends OpContract {
    private static final int[][] LOGITS = {
        {1, 1}, {1, 5}, {5, 2}, {16, 3}, {33, 7}, {2, 3, 1}, {3, 4, 17}, {2, 5, 16}, {1, 3, 37}, {2, 3, 3, 7}
    };

    @Override
    protected List<Sample> samples() {
        return Arrays.stream(LOGITS)
                .flatMap(logits -> DoubleStream.of(0, 0.1, 1)
                        .boxed()
                        .flatMap(e -> Stream.of(plain(logits, e), weighted(logits, e))))
                .toList();
    }

    private static Sample plain(int[] logits, double e) {
        return begin("", logits, e)
                .gives(Shape.of(), in -> crossEntropy(in.get(0), in.get(1), Options.NONE.labelSmoothing(e)));
    }

    private static Sample weighted(int[] logits, double e) {
        return begin(", weights", logits, e)
                .constant("weight", 0.2, 3, logits[1])
                .gives(Shape.of(), in -> crossEntropy(in.get(0), in.get(1), new Options(in.get(2), e)));
    }

    private static Sample.Builder begin(String name, int[] logits, double e) {
        return Sample.named("logits " + Shape.of(logits) + ", smoothing " + e + name)
                .input("logits", logits)
                .classes("targets", logits[1], targets(logits));
    }

    private static int[] targets(int[] logits) {
        return IntStream.range(0, logits.length)
                .filter(axis -> axis != 1)
                .map(axis -> logits[axis])
                .toArray();
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "no classes",
                        d -> crossEntropy(Tensor.zeros(d, 4), Tensor.zeros(d, 4)),
                        "cross_entropy: logits must be [N, C] or [N, C, *], got [4]"),
                new ErrorSample(
                        "targets one-hot",
                        d -> crossEntropy(Tensor.zeros(d, 4, 3), Tensor.zeros(d, 4, 3)),
                        "cross_entropy: targets must be [4] for logits [4, 3], got [4, 3]; they hold the number of a"
                                + " class and have no axis for classes"),
                new ErrorSample(
                        "positions differ",
                        d -> crossEntropy(Tensor.zeros(d, 4, 3, 5), Tensor.zeros(d, 4, 6)),
                        "cross_entropy: targets must be [4, 5] for logits [4, 3, 5], got [4, 6]; they hold the number"
                                + " of a class and have no axis for classes"),
                new ErrorSample(
                        "weights differ",
                        d -> crossEntropy(
                                Tensor.zeros(d, 4, 3), Tensor.zeros(d, 4), Options.NONE.weight(Tensor.zeros(d, 4))),
                        "cross_entropy: class weights must be [3], one for each class of logits [4, 3], got [4]"),
                new ErrorSample(
                        "class too large",
                        d -> crossEntropy(Tensor.zeros(d, 4, 3), Tensor.of(d, Shape.of(4), 0, 2, 3, 1)),
                        "cross_entropy: targets[2] is 3, which is no class; classes are whole numbers from 0 to 2"),
                new ErrorSample(
                        "class negative, at a position",
                        d -> crossEntropy(
                                Tensor.zeros(d, 2, 3, 2, 2),
                                Tensor.of(d, Shape.of(2, 2, 2), 0, 1, 2, 0, 1, 2, -100, 0)),
                        "cross_entropy: targets[1, 1, 0] is -100, which is no class; classes are whole numbers from 0"
                                + " to 2"),
                new ErrorSample(
                        "class between classes",
                        d -> crossEntropy(Tensor.zeros(d, 2, 3), Tensor.of(d, Shape.of(2), 0, 1.5)),
                        "cross_entropy: targets[1] is 1.5, which is no class; classes are whole numbers from 0 to 2"),
                new ErrorSample(
                        "class is not a number",
                        d -> crossEntropy(Tensor.zeros(d, 1, 3), Tensor.of(d, Shape.of(1), Double.NaN)),
                        "cross_entropy: targets[0] is NaN, which is no class; classes are whole numbers from 0 to 2"),
                new ErrorSample(
                        "smoothing above 1",
                        d -> Options.NONE.labelSmoothing(1.5),
                        "cross_entropy: label smoothing must be from 0 to 1, got 1.5"),
                new ErrorSample(
                        "gradient for targets",
                        d -> crossEntropy(
                                Tensor.zeros(d, 4, 3), Tensor.zeros(d, 4).requiresGrad()),
                        "cross_entropy: targets take no gradient; detach() them"),
                new ErrorSample(
                        "gradient for weights",
                        d -> Options.NONE.weight(Tensor.zeros(d, 3).requiresGrad()),
                        "cross_entropy: class weights take no gradient; detach() them"));
    }

    @Override
    protected int longestSum() {
        return 3 * 37;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("cross_entropy.json")
                .agrees(
                        64,
                        given -> crossEntropy(
                                given.tensor("logits"),
                                given.tensor("targets"),
                                new Options(given.tensorOrNull("weight"), given.number("smoothing"))));
    }

    @TestFactory
    Stream<DynamicNode> hostReadsNoTargetsThatItKnows() {
        return onAll(device -> {
            Tensor logits = Tensor.of(device, Shape.of(2, 3), 1, 2, 3, 4, 5, 6).requiresGrad();
            Tensor known = Tensor.ofTargets(device, Shape.of(2), new float[] {2, 0});
            Tensor unknown = Tensor.of(device, Shape.of(2), 2, 0);
            assertThat(readsOf(device, () -> crossEntropy(logits, known).backward()))
                    .isZero();
            assertThat(readsOf(device, () -> crossEntropy(logits, unknown).backward()))
                    .isEqualTo(device instanceof OpenClDevice ? 1 : 0);
            assertThat(crossEntropy(logits, known).item())
                    .isEqualTo(crossEntropy(logits, unknown).item());
        });
    }

    private static long readsOf(Device device, Runnable work) {
        long before = device instanceof OpenClDevice openCl ? openCl.reads() : 0;
        work.run();
        return device instanceof OpenClDevice openCl ? openCl.reads() - before : 0;
    }

    @TestFactory
    Stream<DynamicNode> targetsThatAreNoClassesAreRefusedThoughTheHostHasSeenThem() {
        return onAll(device -> {
            Tensor logits = Tensor.zeros(device, 2, 3);
            for (float wrong : new float[] {3, -1, 0.5f, Float.NaN}) {
                Tensor targets = Tensor.ofTargets(device, Shape.of(2), new float[] {0, wrong});
                assertThatThrownBy(() -> crossEntropy(logits, targets))
                        .hasMessage("cross_entropy: targets[1] is "
                                + (wrong == Math.rint(wrong) ? "" + (long) wrong : wrong)
                                + ", which is no class; classes are whole numbers from 0 to 2");
            }
            Tensor overwritten = Tensor.ofTargets(device, Shape.of(2), new float[] {0, 1});
            overwritten.buffer().write(new float[] {0, 7});
            assertThatThrownBy(() -> crossEntropy(logits, overwritten))
                    .hasMessageStartingWith("cross_entropy: targets[1] is 7, which is no class");
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
            Tensor logits = Tensor.of(device, Shape.of(2, 3), 1, 2, 3, 4, Double.NaN, 5);
            assertThat(crossEntropy(logits, Tensor.zeros(device, 2)).item()).isNaN();
        });
    }

    @TestFactory
    Stream<DynamicNode> impossibleClassCostsNothingWhereItIsNotTheTarget() {
        return onAll(device -> {
            Tensor logits = Tensor.of(device, Shape.of(1, 2), Double.NEGATIVE_INFINITY, 7);
            assertThat(crossEntropy(logits, Tensor.of(device, Shape.of(1), 1)).item())
                    .isZero();
            assertThat(crossEntropy(logits, Tensor.of(device, Shape.of(1), 0)).item())
                    .isInfinite();
        });
    }
}
