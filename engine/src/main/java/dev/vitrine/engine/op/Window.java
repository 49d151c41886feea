package dev.vitrine.engine.op;

/**
 * How a window of {@code kernelSize} taps slides along an axis.
 *
 * <p>Output length: (L + before + after - dilation * (kernelSize - 1) - 1) / stride + 1, rounded down.
 *
 * @param kernelSize taps, at least 1
 * @param stride steps between windows, at least 1
 * @param padding what is added on both sides
 * @param dilation distance between taps, at least 1; 1 means none
 */
public record Window(int kernelSize, int stride, Padding padding, int dilation) {
    public Window {
        require("kernel size", kernelSize);
        require("stride", stride);
        require("dilation", dilation);
    }

    private static void require(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, got " + value);
        }
    }

    /** A window of the given size, stride 1, no padding, no dilation. */
    public static Window of(int kernelSize) {
        return new Window(kernelSize, 1, Padding.VALID, 1);
    }

    /** The same window with another stride. */
    public Window stride(int newStride) {
        return new Window(kernelSize, newStride, padding, dilation);
    }

    /** The same window with another padding. */
    public Window padding(Padding newPadding) {
        return new Window(kernelSize, stride, newPadding, dilation);
    }

    /** The same window with another dilation. */
    public Window dilation(int newDilation) {
        return new Window(kernelSize, stride, padding, newDilation);
    }

    /** From the first tap to the last: dilation * (kernelSize - 1) + 1. */
    public int extent() {
        return dilation * (kernelSize - 1) + 1;
    }

    /** The padding on each side for an axis of the given length. */
    public Padding.Explicit paddingFor(int length) {
        return padding.resolve(length, extent(), stride);
    }

    /**
     * The output length for an axis of the given length.
     *
     * @throws IllegalArgumentException if the window is longer than the padded input
     */
    public int outputLength(int length) {
        Padding.Explicit pad = paddingFor(length);
        int padded = length + pad.before() + pad.after();
        if (extent() > padded) {
            throw new IllegalArgumentException("a kernel of " + kernelSize + " taps"
                    + (dilation == 1 ? "" : " at dilation " + dilation + " (" + extent() + " values)")
                    + " is longer than the padded input of " + padded);
        }
        return (padded - extent()) / stride + 1;
    }
}
