package dev.vitrine.experiments.report;

import java.awt.Color;

/**
 * A value between 0 and 1 as a colour, even to the eye: equal steps of value are about equal steps of lightness.
 *
 * <p>Source: viridis by S. van der Walt and N. Smith, 2015; Blues and Oranges by C. Brewer, 2003.
 */
enum ColourMap {
    /** Viridis: dark is low, bright is high. */
    SEQUENTIAL(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725),

    /** Blue is negative, white is zero, orange is positive. */
    DIVERGING(
            0x08306B, 0x08519C, 0x2171B5, 0x4292C6, 0x6BAED6, 0x9ECAE1, 0xDEEBF7, 0xFFFFFF, 0xFEE6CE, 0xFDAE6B,
            0xFD8D3C, 0xF16913, 0xD94801, 0xA63603, 0x7F2704),

    /** White is nothing, dark blue is all: for shares in cells that carry a number. */
    SHARE(0xFFFFFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B);

    @SuppressWarnings("Immutable") // written here only, and never handed out
    private final int[] anchors;

    ColourMap(int... anchors) {
        this.anchors = anchors;
    }

    Color at(double share) {
        double position = Math.min(1, Math.max(0, share)) * (anchors.length - 1);
        int index = Math.min(anchors.length - 2, (int) position);
        double rest = position - index;
        Color from = new Color(anchors[index]);
        Color to = new Color(anchors[index + 1]);
        return new Color(
                mix(from.getRed(), to.getRed(), rest),
                mix(from.getGreen(), to.getGreen(), rest),
                mix(from.getBlue(), to.getBlue(), rest));
    }

    private static int mix(int from, int to, double rest) {
        return (int) Math.round(from + (to - from) * rest);
    }
}
