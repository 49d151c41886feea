package dev.vitrine.experiments.report;

import java.awt.Color;
import java.util.List;

/**
 * Colours of series that stay apart for colour-blind eyes.
 *
 * <p>Source: M. Okabe and K. Ito, Color Universal Design, 2008; without their yellow, which vanishes on white paper.
 */
final class Palette {

    static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000));

    private Palette() {}

    static Color of(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    /** Relative luminance, 0 black to 1 white (WCAG 2.1). */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    /** Dark or white, whichever reads better on a ground. */
    static Color inkOn(Color ground) {
        return contrast(Style.INK, ground) > contrast(Color.WHITE, ground) ? Style.INK : Color.WHITE;
    }

    /** From 1, the same, to 21, black on white (WCAG 2.1). */
    static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
