package dev.vitrine.experiments.page;

import java.util.Locale;

/**
 * The colours of drawings, dark enough for thin lines on white paper and apart for colour-blind eyes.
 *
 * <p>Source: M. Okabe and K. Ito, Color Universal Design, 2008.
 */
enum Ink {
    BLACK(0x222222),
    GREY(0x595959),
    LINE(0x999999),
    PALE(0xEEEEEE),
    WHITE(0xFFFFFF),
    BLUE(0x0072B2),
    ORANGE(0xD55E00),
    GREEN(0x00805E),
    PINK(0xB2558C),
    AMBER(0xE69F00),
    SKY(0x56B4E9);

    /** Colours that tell things apart, in the order of use. */
    private static final Ink[] SERIES = {BLUE, ORANGE, GREEN, PINK, AMBER, SKY};

    private static final double TINT = 0.24;

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /** The colour of the thing of this number; after the last comes the first again. */
    static Ink of(int index) {
        return SERIES[index % SERIES.length];
    }

    String full() {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }

    /** A light ground of the same colour, on which black text reads well. */
    String tint() {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = rgb >> shift & 255;
            mixed |= (int) Math.round(255 + TINT * (channel - 255)) << shift;
        }
        return String.format(Locale.ROOT, "#%06X", mixed);
    }
}
