package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The axis sizes of one convolution, checked. Letters as everywhere: N, C, L in; O, L' out; K taps.
 *
 * @param c input channels of all groups
 * @param o output channels of all groups
 */
record Conv1dSizes(
        int n, int c, int length, int o, int k, int outputLength, int stride, int dilation, int before, int groups) {

    static Conv1dSizes of(Shape x, Shape weight, @Nullable Shape bias, Window window, int groups) {
        if (x.rank() != 3) {
            throw new IllegalArgumentException("conv1d: x must be [N, C, L], got " + x);
        }
        Groups.require("conv1d: x " + x, "channels", x.size(1), groups);
        int channels = x.size(1) / groups;
        Shape expected = Shape.of(weight.rank() == 3 ? weight.size(0) : 1, channels, window.kernelSize());
        if (!weight.equals(expected)) {
            throw new IllegalArgumentException("conv1d: weight must be "
                    + (groups == 1 ? "[O, C, K] with C = " : "[O, C / groups, K] with C / groups = ") + channels
                    + " and K = " + window.kernelSize() + ", got " + weight);
        }
        Groups.require("conv1d: weight " + weight, "output channels", weight.size(0), groups);
        if (bias != null && !bias.equals(Shape.of(weight.size(0)))) {
            throw new IllegalArgumentException("conv1d: bias must be [" + weight.size(0) + "], got " + bias);
        }
        return new Conv1dSizes(
                x.size(0),
                x.size(1),
                x.size(2),
                weight.size(0),
                window.kernelSize(),
                outputLength(x, window),
                window.stride(),
                window.dilation(),
                window.paddingFor(x.size(2)).before(),
                groups);
    }

    private static int outputLength(Shape x, Window window) {
        try {
            return window.outputLength(x.size(2));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("conv1d: x " + x + ": " + e.getMessage(), e);
        }
    }

    /** Input channels of one group. */
    int groupC() {
        return c / groups;
    }

    /** Output channels of one group. */
    int groupO() {
        return o / groups;
    }

    /** Where tap {@code tap} of the output at 0 falls in the input; may be negative. */
    int firstInput(int tap) {
        return tap * dilation - before;
    }

    /** The first output position whose tap falls inside the input. */
    int firstOutput(int tap) {
        return Math.max(0, -Math.floorDiv(firstInput(tap), stride));
    }

    /** One past the last output position whose tap falls inside the input. */
    int endOutput(int tap) {
        return Math.min(outputLength, Math.floorDiv(length - 1 - firstInput(tap), stride) + 1);
    }

    /** The same convolution along the width of images of one row. */
    Conv2dSizes asOneRow() {
        Axis row = new Axis(1, 1, 1, 1, 1, 0);
        return new Conv2dSizes(n, c, o, groups, row, new Axis(length, outputLength, k, stride, dilation, before));
    }
}
