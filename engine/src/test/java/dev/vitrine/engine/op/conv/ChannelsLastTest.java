package dev.vitrine.engine.op.conv;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;
import static dev.vitrine.engine.op.conv.Conv2d.conv2d;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Convolutions whose weights' gradient is summed with the channels last, on devices with vectors. */
class ChannelsLastTest extends OpContract {
    private static final Window SAME_THREE = Window.of(3).padding(Padding.SAME);

    @Override
    protected List<Sample> samples() {
        return List.of(
                images("several parts, rows cut by their ends", 3, 4, 16, 1, 19, 23, Window2d.square(SAME_THREE)),
                images("two vectors, the last not full", 1, 5, 31, 1, 5, 6, Window2d.square(SAME_THREE)),
                images("groups, stride and dilation", 2, 8, 28, 2, 9, 11, stridedAndDilated()),
                images("one tap, blocks of input channels", 2, 33, 13, 1, 3, 5, Window2d.of(1)),
                images("a column", 2, 11, 16, 1, 7, 1, Window2d.square(SAME_THREE)),
                waves("many taps at a stride", 2, 1, 16, 301, Window.of(37).stride(4)),
                waves("taps longer than the signal", 1, 2, 12, 7, Window.of(17).padding(Padding.of(9, 13))));
    }

    private static Window2d stridedAndDilated() {
        return new Window2d(
                Window.of(5).stride(2).padding(Padding.of(4, 0)),
                Window.of(3).stride(3).dilation(2).padding(Padding.of(1, 3)));
    }

    private static Sample images(
            String name, int n, int in, int out, int groups, int height, int width, Window2d window) {
        return Sample.named(name)
                .input("x", n, in, height, width)
                .input(
                        "weight",
                        out,
                        in / groups,
                        window.height().kernelSize(),
                        window.width().kernelSize())
                .input("bias", out)
                .gives(
                        Shape.of(
                                n,
                                out,
                                window.height().outputLength(height),
                                window.width().outputLength(width)),
                        given -> conv2d(given.get(0), given.get(1), given.get(2), window, groups));
    }

    private static Sample waves(String name, int n, int in, int out, int length, Window window) {
        return Sample.named(name)
                .input("x", n, in, length)
                .input("weight", out, in, window.kernelSize())
                .input("bias", out)
                .gives(
                        Shape.of(n, out, window.outputLength(length)),
                        given -> conv1d(given.get(0), given.get(1), given.get(2), window));
    }

    @Test
    void paysWhereChannelsFillVectorsAndAreUsedOften() {
        TestDevices.openClShapes().forEach(choice -> {
            try (OpenClDevice device = (OpenClDevice) choice.open().get()) {
                boolean vectors = device.profile().vectorWidth() > 1;
                assertThat(pays(device, 4, 16)).as(choice.name()).isEqualTo(vectors);
                assertThat(pays(device, 4, 12)).as(choice.name()).isEqualTo(vectors);
                assertThat(pays(device, 4, 11)).as("too few channels").isFalse();
                assertThat(pays(device, 3, 16)).as("too few uses").isFalse();
            }
        });
    }

    private static boolean pays(OpenClDevice device, int in, int out) {
        Conv2dSizes sizes =
                Conv2dSizes.of(Shape.of(1, in, 5, 5), Shape.of(out, in, 3, 3), null, Window2d.square(SAME_THREE), 1);
        return new ChannelsLast(device, sizes).pays();
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(); // Conv1dTest and Conv2dTest have them
    }

    @Override
    protected int longestSum() {
        return 3 * 19 * 23;
    }
}
