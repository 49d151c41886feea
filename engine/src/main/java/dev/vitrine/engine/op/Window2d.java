package dev.vitrine.engine.op;

/**
 * How a window slides along the two axes of an image; in PyTorch's order, height first.
 *
 * @param height along H
 * @param width along W
 */
public record Window2d(Window height, Window width) {

    /** The same window along both axes. */
    public static Window2d square(Window window) {
        return new Window2d(window, window);
    }

    /** A window of {@code kernelSize} by {@code kernelSize} taps, stride 1, no padding, no dilation. */
    public static Window2d of(int kernelSize) {
        return square(Window.of(kernelSize));
    }
}
