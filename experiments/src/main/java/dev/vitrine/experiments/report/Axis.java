package dev.vitrine.experiments.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * A scale with round tick marks.
 *
 * @param label name and unit
 * @param low value at the start
 * @param high value at the end, above {@code low}
 * @param step distance of two tick marks: 1, 2 or 5 times a power of ten
 * @param scale what a value stands for
 */
record Axis(String label, double low, double high, double step, Scale scale) {

    private static final double ROUNDING = 1e-9;
    private static final double NEARLY = 0.01;

    /** A linear scale. */
    Axis(String label, double low, double high, double step) {
        this(label, low, high, step, Scale.LINEAR);
    }

    /** From the lowest to the highest value, or to the tick mark that an end all but touches. */
    static Axis tight(String label, Range range, int ticks) {
        Range wide = range.opened();
        double step = roundStep(wide.length() / ticks);
        double reach = NEARLY * wide.length();
        double below = Math.floor(wide.low() / step) * step;
        double above = Math.ceil(wide.high() / step) * step;
        double low = wide.low() - below < reach ? below : wide.low();
        double high = above - wide.high() < reach ? above : wide.high();
        return new Axis(label, low, high, step);
    }

    /** Widened on both sides to the next tick mark. */
    static Axis round(String label, Range range, int ticks) {
        Range wide = range.opened();
        double step = roundStep(wide.length() / ticks);
        double low = Math.floor(wide.low() / step + ROUNDING) * step;
        double high = Math.ceil(wide.high() / step - ROUNDING) * step;
        return new Axis(label, low, high, step);
    }

    /** The same scale with no tick marks between whole numbers: there is no epoch 1.5. */
    Axis whole() {
        return new Axis(label, low, high, Math.max(1, step), scale);
    }

    /** Values are exponents of ten; each power of ten has a mark. */
    Axis powersOfTen() {
        return new Axis(label, low, high, 1, Scale.LOGARITHMIC);
    }

    double[] ticks() {
        long first = (long) Math.ceil(low / step - ROUNDING);
        long last = (long) Math.floor(high / step + ROUNDING);
        double[] ticks = new double[(int) (last - first + 1)];
        Arrays.setAll(ticks, i -> (first + i) * step);
        return ticks;
    }

    /** A tick's value with as many decimals as the step needs. */
    String text(double value) {
        if (scale == Scale.LOGARITHMIC) {
            return String.format(Locale.ROOT, "%,." + Math.max(0, -Math.round(value)) + "f", Math.pow(10, value));
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (size >= 1e7 || step < 1e-4) {
            return value == 0 ? "0" : minus(String.format(Locale.ROOT, "%.1e", value));
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + ROUNDING));
        double clean = Math.abs(value) < step * ROUNDING ? 0 : value;
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", clean));
    }

    /** Where a value lies between the ends: 0 at low, 1 at high. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    static String minus(String number) {
        return number.replace('-', '\u2212');
    }

    private static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (atLeast <= factor * power * (1 + ROUNDING)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
