package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The axis sizes of one two-dimensional convolution, checked.
 *
 * @param n batch
 * @param c input channels of all groups
 * @param o output channels of all groups
 * @param height H in, H' out
 * @param width W in, W' out
 */
record Conv2dSizes(int n, int c, int o, int groups, Axis height, Axis width) {

    static Conv2dSizes of(Shape x, Shape weight, @Nullable Shape bias, Window2d window, int groups) {
        if (x.rank() != 4) {
            throw new IllegalArgumentException("conv2d: x must be [N, C, H, W], got " + x);
        }
        Groups.require("conv2d: x " + x, "channels", x.size(1), groups);
        requireWeight(weight, x.size(1) / groups, window, groups);
        Groups.require("conv2d: weight " + weight, "output channels", weight.size(0), groups);
        if (bias != null && !bias.equals(Shape.of(weight.size(0)))) {
            throw new IllegalArgumentException("conv2d: bias must be [" + weight.size(0) + "], got " + bias);
        }
        return new Conv2dSizes(
                x.size(0),
                x.size(1),
                weight.size(0),
                groups,
                Axis.of("conv2d: the height of x " + x, x.size(2), window.height()),
                Axis.of("conv2d: the width of x " + x, x.size(3), window.width()));
    }

    private static void requireWeight(Shape weight, int channels, Window2d window, int groups) {
        int kh = window.height().kernelSize();
        int kw = window.width().kernelSize();
        if (!weight.equals(Shape.of(weight.rank() == 4 ? weight.size(0) : 1, channels, kh, kw))) {
            String c = groups == 1 ? "C" : "C / groups";
            throw new IllegalArgumentException("conv2d: weight must be [O, " + c + ", KH, KW] with " + c + " = "
                    + channels + ", KH = " + kh + " and KW = " + kw + ", got " + weight);
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

    /** Values in one channel of x: H * W. */
    int plane() {
        return height.length() * width.length();
    }

    /** Values in one channel of y: H' * W'. */
    int outputPlane() {
        return height.outputLength() * width.outputLength();
    }

    /** KH * KW. */
    int taps() {
        return height.k() * width.k();
    }

    /** Values in the weight: O * C / groups * KH * KW. */
    int weights() {
        return o * groupC() * taps();
    }

    /** Where w[o, c, kh, kw] lies, with c counted within the group. */
    int weightAt(int out, int inGroup, int kh, int kw) {
        return ((out * groupC() + inGroup) * height.k() + kh) * width.k() + kw;
    }
}
