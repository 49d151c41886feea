package dev.vitrine.engine.op.conv;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;
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
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class Conv1dTest extends OpContract {
    private static final Window TWO_TAPS = Window.of(2);

    @Override
    protected List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Window window : windows()) {
            for (int length : new int[] {1, 7, 37}) {
                if (window.paddingFor(length).before()
                                + window.paddingFor(length).after()
                                + length
                        >= window.extent()) {
                    samples.add(sample(window, 2, 3, length, 7));
                }
            }
        }
        samples.add(sample(Window.of(3).stride(2).padding(Padding.SAME), 1, 10, 65, 10));
        samples.add(sample(Window.of(3).stride(2).padding(Padding.SAME), 3, 1, 130, 11));
        samples.add(sample(Window.of(11).stride(2).dilation(2).padding(Padding.SAME), 2, 2, 37, 3));
        samples.add(grouped(Window.of(20).stride(4), 4, 2, 61, 4, 2));
        samples.add(sample(Window.of(9), 2, 2, 55, 3)); // the first taps of a vector lie inside, its gradients do not
        OptionsCrossed.pairwise().forEach(options -> samples.addAll(grouped(options)));
        samples.add(grouped(Window.of(3).padding(Padding.SAME), 3, 2, 11, 6, 2));
        samples.add(grouped(Window.of(3).stride(2).padding(Padding.SAME), 4, 1, 17, 1, 3));
        samples.add(withoutBias());
        samples.add(weightsFrozen());
        return samples;
    }

    /** Options crossed: every kernel meets every stride, every stride every dilation and every kind of padding. */
    private static List<Window> windows() {
        return List.of(
                Window.of(1),
                Window.of(1).stride(3).padding(Padding.of(2, 0)),
                TWO_TAPS.stride(2),
                TWO_TAPS.stride(3).dilation(2).padding(Padding.SAME),
                Window.of(3).padding(Padding.of(3, 4)),
                Window.of(3).stride(2).padding(Padding.SAME),
                Window.of(3).stride(2).dilation(3).padding(Padding.of(1, 4)),
                Window.of(5).dilation(2).padding(Padding.SAME),
                Window.of(5).stride(3).padding(Padding.of(4, 0)));
    }

    private static Sample sample(Window window, int n, int c, int length, int o) {
        return Sample.named("N=" + n + " C=" + c + " L=" + length + " O=" + o + " " + window)
                .input("x", n, c, length)
                .input("weight", o, c, window.kernelSize())
                .input("bias", o)
                .gives(
                        Shape.of(n, o, window.outputLength(length)),
                        in -> conv1d(in.get(0), in.get(1), in.get(2), window));
    }

    /** The lengths 1, odd and prime that the window fits. */
    private static List<Sample> grouped(OptionsCrossed options) {
        return IntStream.of(1, 9, 37)
                .filter(options::fits)
                .mapToObj(length -> grouped(
                        options.window(),
                        options.channels().groups(),
                        options.channels().in(),
                        length,
                        options.channels().out(),
                        2))
                .toList();
    }

    private static Sample grouped(Window window, int groups, int groupC, int length, int groupO, int n) {
        String name =
                "N=" + n + " L=" + length + " groups=" + groups + " of " + groupC + " to " + groupO + " " + window;
        return Sample.named(name)
                .input("x", n, groups * groupC, length)
                .input("weight", groups * groupO, groupC, window.kernelSize())
                .input("bias", groups * groupO)
                .gives(
                        Shape.of(n, groups * groupO, window.outputLength(length)),
                        in -> conv1d(in.get(0), in.get(1), in.get(2), window, groups));
    }

    /** The definition itself, for every kernel, stride, dilation, padding and grouping together. */
    @TestFactory
    Stream<DynamicNode> everyCrossingHasTheRightGradient() {
        return OptionsCrossed.all()
                .filter(options -> options.fits(7))
                .map(options -> {
                    OptionsCrossed.Channels channels = options.channels();
                    return grouped(options.window(), channels.groups(), channels.in(), 7, channels.out(), 1);
                })
                .map(sample -> dynamicTest(sample.name(), () -> {
                    try (Device device = TestDevices.java()) {
                        new GradientCheck(sample.name(), device, sample.call()).require(sample.arguments(), 1e-6);
                    }
                }));
    }

    private static Sample withoutBias() {
        return Sample.named("no bias")
                .input("x", 2, 2, 9)
                .input("weight", 3, 2, 2)
                .gives(Shape.of(2, 3, 8), in -> conv1d(in.get(0), in.get(1), null, TWO_TAPS));
    }

    private static Sample weightsFrozen() {
        return Sample.named("frozen weight, trained bias")
                .input("x", 2, 2, 9)
                .constant("weight", -1, 1, 3, 2, 2)
                .input("bias", 3)
                .gives(Shape.of(2, 3, 8), in -> conv1d(in.get(0), in.get(1), in.get(2), TWO_TAPS));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is not [N, C, L]",
                        d -> conv1d(Tensor.zeros(d, 2, 5), Tensor.zeros(d, 3, 2, 2), null, TWO_TAPS),
                        "conv1d: x must be [N, C, L], got [2, 5]"),
                new ErrorSample(
                        "channels differ",
                        d -> conv1d(Tensor.zeros(d, 1, 2, 5), Tensor.zeros(d, 3, 4, 2), null, TWO_TAPS),
                        "conv1d: weight must be [O, C, K] with C = 2 and K = 2, got [3, 4, 2]"),
                new ErrorSample(
                        "bias of another size",
                        d -> conv1d(Tensor.zeros(d, 1, 2, 5), Tensor.zeros(d, 3, 2, 2), Tensor.zeros(d, 2), TWO_TAPS),
                        "conv1d: bias must be [3], got [2]"),
                new ErrorSample(
                        "kernel longer than the padded input",
                        d -> conv1d(
                                Tensor.zeros(d, 1, 2, 5),
                                Tensor.zeros(d, 3, 2, 4),
                                null,
                                Window.of(4).dilation(3).padding(Padding.of(1, 1))),
                        "conv1d: x [1, 2, 5]: a kernel of 4 taps at dilation 3 (10 values) is longer than the padded"
                                + " input of 7"),
                new ErrorSample(
                        "groups do not divide the input channels",
                        d -> conv1d(Tensor.zeros(d, 1, 5, 9), Tensor.zeros(d, 4, 2, 2), null, TWO_TAPS, 2),
                        "conv1d: x [1, 5, 9]: 5 channels cannot be divided into 2 groups of equal size"),
                new ErrorSample(
                        "groups do not divide the output channels",
                        d -> conv1d(Tensor.zeros(d, 1, 4, 9), Tensor.zeros(d, 3, 2, 2), null, TWO_TAPS, 2),
                        "conv1d: weight [3, 2, 2]: 3 output channels cannot be divided into 2 groups of equal size"),
                new ErrorSample(
                        "weight for all channels, but in groups",
                        d -> conv1d(Tensor.zeros(d, 1, 4, 9), Tensor.zeros(d, 4, 4, 2), null, TWO_TAPS, 2),
                        "conv1d: weight must be [O, C / groups, K] with C / groups = 2 and K = 2, got [4, 4, 2]"),
                new ErrorSample(
                        "no groups",
                        d -> conv1d(Tensor.zeros(d, 1, 4, 9), Tensor.zeros(d, 4, 4, 2), null, TWO_TAPS, 0),
                        "conv1d: x [1, 4, 9]: groups must be at least 1, got 0"),
                new ErrorSample(
                        "negative groups",
                        d -> conv1d(Tensor.zeros(d, 1, 4, 9), Tensor.zeros(d, 4, 4, 2), null, TWO_TAPS, -2),
                        "conv1d: x [1, 4, 9]: groups must be at least 1, got -2"),
                new ErrorSample("no taps", d -> Window.of(0), "kernel size must be at least 1, got 0"),
                new ErrorSample("dilation below 1", d -> TWO_TAPS.dilation(-1), "dilation must be at least 1, got -1"),
                new ErrorSample("stride below 1", d -> TWO_TAPS.stride(0), "stride must be at least 1, got 0"),
                new ErrorSample(
                        "negative padding", d -> Padding.of(-1, 0), "padding must not be negative, got -1 and 0"));
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("conv1d.json")
                .agrees(
                        longestSum(),
                        given -> conv1d(
                                given.tensor("x"),
                                given.tensor("weight"),
                                given.tensorOrNull("bias"),
                                window(given),
                                given.integer("groups")));
    }

    private static Window window(GoldenCase.Given given) {
        return Window.of(given.integer("kernelSize"))
                .stride(given.integer("stride"))
                .dilation(given.integer("dilation"))
                .padding(Padding.of(given.integer("before"), given.integer("after")));
    }

    @Override
    protected int longestSum() {
        return 3 * 37 * 2;
    }
}
