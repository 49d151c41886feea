package dev.vitrine.experiments.page;

import java.util.Arrays;
import java.util.List;

/**
 * Values as bars on a common zero line, each with its number.
 *
 * @param caption above
 * @param names below the bars
 * @param values one for each bar
 * @param most what the full height stands for
 * @param ink of the bars
 */
record Bars(String caption, List<String> names, double[] values, double most, Ink ink) implements Sheet.Part {
    private static final double PITCH = 58;
    private static final double BAR = 38;
    private static final double REACH = 110;
    private static final double CAPTION = 32;
    private static final double NUMBER = 24;
    private static final double LETTER = 11.5;

    private double below() {
        double lowest = Arrays.stream(values).min().orElse(0);
        return lowest < 0 ? -lowest / most * REACH + NUMBER : 0;
    }

    @Override
    public double width() {
        return Math.max(values.length * PITCH, caption.length() * LETTER);
    }

    @Override
    public double height() {
        return middle() + below() + NUMBER;
    }

    /** The zero line. */
    @Override
    public double middle() {
        return CAPTION + NUMBER + REACH;
    }

    @Override
    public void paint(Canvas canvas, double x, double y) {
        double zero = y + middle();
        canvas.text(caption, x, y + 20, Canvas.Anchor.START, Canvas.Style.BOLD, Ink.BLACK);
        for (int k = 0; k < values.length; k++) {
            double center = x + (k + 0.5) * PITCH;
            double reach = values[k] / most * REACH;
            double top = Math.min(zero, zero - reach);
            canvas.box(center - BAR / 2, top, BAR, Math.abs(reach), ink.tint(), ink, 1.5);
            double number = reach < 0 ? zero - reach + 20 : zero - reach - 7;
            canvas.text(Digits.drawn(values[k]), center, number, Canvas.Anchor.MIDDLE, Canvas.Style.SMALL, Ink.BLACK);
            double name = zero + below() + 20;
            canvas.text(names.get(k), center, name, Canvas.Anchor.MIDDLE, Canvas.Style.SMALL, Ink.GREY);
        }
        canvas.line(x, zero, x + values.length * PITCH, zero, Ink.BLACK, 1.5);
    }
}
