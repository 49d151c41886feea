package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.op.GoldenCase;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import java.util.ArrayList;
import java.util.List;

/** Windows that max and average pooling are both tried with. */
final class PoolSamples {
    /** One value, odd, and a tail that no vector divides. */
    static final int[] LENGTHS = {1, 7, 37};

    private PoolSamples() {}

    /** Options crossed: every kernel meets every stride, every stride every kind of padding. */
    static List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        List<Padding> paddings = List.of(Padding.VALID, Padding.of(1, 1), Padding.of(2, 0), Padding.SAME);
        for (int kernel : new int[] {1, 2, 3, 5}) {
            for (int stride = 1; stride <= 3; stride++) {
                windows.add(padded(kernel, stride, paddings.get((kernel + stride) % 4)));
            }
        }
        for (int stride = 1; stride <= 3; stride++) {
            windows.add(padded(4, stride, paddings.get(stride)));
        }
        windows.add(padded(8, 8, Padding.VALID));
        return windows;
    }

    /** With no more padding than such a window may have. */
    private static Window padded(int kernel, int stride, Padding padding) {
        Window window = Window.of(kernel).stride(stride);
        if (padding instanceof Padding.Explicit explicit) {
            int most = kernel / 2;
            return window.padding(Padding.of(Math.min(most, explicit.before()), Math.min(most, explicit.after())));
        }
        return window.padding(padding);
    }

    static List<Window> dilated() {
        return List.of(
                Window.of(2).dilation(2).padding(Padding.of(1, 1)),
                Window.of(3).dilation(2).stride(2).padding(Padding.SAME),
                Window.of(3).dilation(3).stride(3).padding(Padding.of(0, 3)),
                Window.of(5).dilation(2).stride(4).padding(Padding.of(4, 2)));
    }

    static List<Window2d> windows2d() {
        return List.of(
                Window2d.square(Window.of(2).stride(2)),
                Window2d.square(Window.of(3).padding(Padding.of(1, 1))),
                new Window2d(
                        Window.of(3).stride(2).padding(Padding.of(0, 1)),
                        Window.of(2).stride(3)),
                new Window2d(Window.of(1), Window.of(5).stride(2).padding(Padding.of(2, 1))),
                new Window2d(
                        Window.of(5).stride(3).padding(Padding.SAME),
                        Window.of(4).padding(Padding.of(0, 2))),
                new Window2d(Window.of(4).stride(4), Window.of(1).stride(2)));
    }

    static boolean fits(Window window, int length) {
        Padding.Explicit padding = window.paddingFor(length);
        return padding.before() + length + padding.after() >= window.extent();
    }

    static boolean isImage(GoldenCase.Given given) {
        return given.tensor("x").shape().rank() == 4;
    }

    /** Of a row, as a table says. */
    static Window window(GoldenCase.Given given) {
        return along(given, "W");
    }

    /** Of an image, as a table says. */
    static Window2d window2d(GoldenCase.Given given) {
        return new Window2d(along(given, "H"), along(given, "W"));
    }

    private static Window along(GoldenCase.Given given, String axis) {
        int padding = given.integer("padding" + axis);
        return Window.of(given.integer("kernel" + axis))
                .stride(given.integer("stride" + axis))
                .dilation(given.integer("dilation" + axis))
                .padding(Padding.of(padding, padding));
    }
}
