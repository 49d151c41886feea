package dev.vitrine.engine.op.conv;

import static dev.vitrine.engine.op.conv.Conv2d.conv2d;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.autograd.GradientCheck;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.GoldenCase;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.conv.OptionsCrossed.Channels;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class Conv2dTest extends OpContract {
    private static final Window2d TWO_BY_TWO = Window2d.of(2);
    private static final Window2d SAME_THREE = Window2d.square(Window.of(3).padding(Padding.SAME));
    private static final Channels THREE_TO_SEVEN = new Channels(1, 3, 7);

    @Override
    protected List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        List<OptionsCrossed> options = OptionsCrossed.pairwise().toList();
        for (int i = 0; i < options.size(); i++) {
            Window2d window = new Window2d(
                    options.get(i).window(),
                    options.get((7 * i + 3) % options.size()).window());
            for (int[] size : new int[][] {{7, 9}, {3, 37}}) {
                if (fits(window, size[0], size[1])) {
                    samples.add(sample(window, options.get(i).channels(), 2, size[0], size[1]));
                }
            }
        }
        samples.add(sample(SAME_THREE, THREE_TO_SEVEN, 2, 1, 1));
        samples.add(sample(SAME_THREE, THREE_TO_SEVEN, 1, 1, 17));
        samples.add(sample(SAME_THREE, THREE_TO_SEVEN, 3, 13, 1));
        samples.add(sample(SAME_THREE, new Channels(1, 9, 16), 1, 8, 16));
        samples.add(sample(SAME_THREE, new Channels(1, 2, 17), 1, 5, 65));
        // Rows of many vectors, whose taps reach over a part of one and over all of it.
        samples.add(sample(SAME_THREE, new Channels(1, 2, 17), 2, 4, 65));
        samples.add(sample(
                Window2d.square(Window.of(5).padding(Padding.SAME).dilation(3)), new Channels(2, 1, 2), 1, 6, 49));
        samples.add(sample(new Window2d(Window.of(1), Window.of(3).dilation(8)), new Channels(1, 3, 2), 2, 4, 70));
        samples.add(sample(Window2d.of(1), new Channels(1, 5, 11), 3, 5, 7));
        samples.add(moreRowsThanOneSumTakes());
        samples.add(withoutBias());
        samples.add(weightsFrozen());
        return samples;
    }

    private static boolean fits(Window2d window, int height, int width) {
        return OptionsCrossed.fits(window.height(), height) && OptionsCrossed.fits(window.width(), width);
    }

    private static Sample sample(Window2d window, Channels channels, int n, int height, int width) {
        int in = channels.groups() * channels.in();
        int out = channels.groups() * channels.out();
        return Sample.named("N=" + n + " H=" + height + " W=" + width + " " + channels + " " + window)
                .input("x", n, in, height, width)
                .input("weight", out, channels.in(), kernelSize(window.height()), kernelSize(window.width()))
                .input("bias", out)
                .gives(
                        Shape.of(
                                n,
                                out,
                                window.height().outputLength(height),
                                window.width().outputLength(width)),
                        in4 -> conv2d(in4.get(0), in4.get(1), in4.get(2), window, channels.groups()));
    }

    private static int kernelSize(Window window) {
        return window.kernelSize();
    }

    /** So that the weight gradient is made of several partial sums, the last of them shorter. */
    private static Sample moreRowsThanOneSumTakes() {
        return Sample.named("rows for two partial sums")
                .input("x", 3, 1, 17, 101)
                .input("weight", 2, 1, 1, 2)
                .gives(
                        Shape.of(3, 2, 17, 100),
                        in -> conv2d(in.get(0), in.get(1), null, new Window2d(Window.of(1), Window.of(2))));
    }

    private static Sample withoutBias() {
        return Sample.named("no bias")
                .input("x", 2, 2, 5, 6)
                .input("weight", 3, 2, 2, 2)
                .gives(Shape.of(2, 3, 4, 5), in -> conv2d(in.get(0), in.get(1), null, TWO_BY_TWO));
    }

    private static Sample weightsFrozen() {
        return Sample.named("frozen weight, trained bias")
                .input("x", 2, 2, 5, 6)
                .constant("weight", -1, 1, 3, 2, 2, 2)
                .input("bias", 3)
                .gives(Shape.of(2, 3, 4, 5), in -> conv2d(in.get(0), in.get(1), in.get(2), TWO_BY_TWO));
    }

    /** The definition itself, for every kernel, stride, dilation, padding and grouping together. */
    @TestFactory
    Stream<DynamicNode> everyCrossingHasTheRightGradient() {
        List<OptionsCrossed> options = OptionsCrossed.all().toList();
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Window2d(
                        options.get(i).window(),
                        options.get((137 * i + 5) % options.size()).window()))
                .filter(window -> fits(window, 5, 6))
                .map(window -> sample(window, new Channels(2, 1, 2), 1, 5, 6))
                .map(sample -> dynamicTest(sample.name(), () -> {
                    try (Device device = TestDevices.java()) {
                        new GradientCheck(sample.name(), device, sample.call()).require(sample.arguments(), 1e-6);
                    }
                }));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is not [N, C, H, W]",
                        d -> conv2d(Tensor.zeros(d, 2, 5, 5), Tensor.zeros(d, 3, 2, 2, 2), null, TWO_BY_TWO),
                        "conv2d: x must be [N, C, H, W], got [2, 5, 5]"),
                new ErrorSample(
                        "channels differ",
                        d -> conv2d(Tensor.zeros(d, 1, 2, 5, 5), Tensor.zeros(d, 3, 4, 2, 2), null, TWO_BY_TWO),
                        "conv2d: weight must be [O, C, KH, KW] with C = 2, KH = 2 and KW = 2, got [3, 4, 2, 2]"),
                new ErrorSample(
                        "weight for all channels, but in groups",
                        d -> conv2d(Tensor.zeros(d, 1, 4, 5, 5), Tensor.zeros(d, 4, 4, 2, 2), null, TWO_BY_TWO, 2),
                        "conv2d: weight must be [O, C / groups, KH, KW] with C / groups = 2, KH = 2 and KW = 2, got"
                                + " [4, 4, 2, 2]"),
                new ErrorSample(
                        "height and width of the kernel swapped",
                        d -> conv2d(
                                Tensor.zeros(d, 1, 2, 5, 5),
                                Tensor.zeros(d, 3, 2, 3, 2),
                                null,
                                new Window2d(Window.of(2), Window.of(3))),
                        "conv2d: weight must be [O, C, KH, KW] with C = 2, KH = 2 and KW = 3, got [3, 2, 3, 2]"),
                new ErrorSample(
                        "bias of another size",
                        d -> conv2d(
                                Tensor.zeros(d, 1, 2, 5, 5),
                                Tensor.zeros(d, 3, 2, 2, 2),
                                Tensor.zeros(d, 2),
                                TWO_BY_TWO),
                        "conv2d: bias must be [3], got [2]"),
                new ErrorSample(
                        "kernel higher than the padded input",
                        d -> conv2d(
                                Tensor.zeros(d, 1, 2, 3, 9),
                                Tensor.zeros(d, 3, 2, 5, 5),
                                null,
                                new Window2d(Window.of(5).padding(Padding.of(0, 1)), Window.of(5))),
                        "conv2d: the height of x [1, 2, 3, 9]: a kernel of 5 taps is longer than the padded input of 4"),
                new ErrorSample(
                        "kernel wider than the padded input",
                        d -> conv2d(
                                Tensor.zeros(d, 1, 2, 9, 3),
                                Tensor.zeros(d, 3, 2, 3, 3),
                                null,
                                Window2d.square(Window.of(3).dilation(2))),
                        "conv2d: the width of x [1, 2, 9, 3]: a kernel of 3 taps at dilation 2 (5 values) is longer than"
                                + " the padded input of 3"),
                new ErrorSample(
                        "groups do not divide the input channels",
                        d -> conv2d(Tensor.zeros(d, 1, 5, 9, 9), Tensor.zeros(d, 4, 2, 2, 2), null, TWO_BY_TWO, 2),
                        "conv2d: x [1, 5, 9, 9]: 5 channels cannot be divided into 2 groups of equal size"),
                new ErrorSample(
                        "groups do not divide the output channels",
                        d -> conv2d(Tensor.zeros(d, 1, 4, 9, 9), Tensor.zeros(d, 3, 2, 2, 2), null, TWO_BY_TWO, 2),
                        "conv2d: weight [3, 2, 2, 2]: 3 output channels cannot be divided into 2 groups of equal size"),
                new ErrorSample(
                        "no groups",
                        d -> conv2d(Tensor.zeros(d, 1, 4, 9, 9), Tensor.zeros(d, 4, 4, 2, 2), null, TWO_BY_TWO, 0),
                        "conv2d: x [1, 4, 9, 9]: groups must be at least 1, got 0"));
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("conv2d.json")
                .agrees(
                        longestSum(),
                        given -> conv2d(
                                given.tensor("x"),
                                given.tensor("weight"),
                                given.tensorOrNull("bias"),
                                new Window2d(along("H", given), along("W", given)),
                                given.integer("groups")));
    }

    private static Window along(String axis, GoldenCase.Given given) {
        return Window.of(given.integer("kernelSize" + axis))
                .stride(given.integer("stride" + axis))
                .dilation(given.integer("dilation" + axis))
                .padding(Padding.of(given.integer("before" + axis), given.integer("after" + axis)));
    }

    @Override
    protected int longestSum() {
        return 3 * 7 * 37;
    }
}
