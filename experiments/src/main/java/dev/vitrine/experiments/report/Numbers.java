package dev.vitrine.experiments.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Numbers() {}

    /** Rounded to three digits: 0.0123, 4.56, 789, 12,300; very large or small ones with an exponent. */
    static String threeDigits(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        return size >= 1000 ? String.format(Locale.ROOT, "%,.0f", rounded) : plain(rounded);
    }

    private static String plain(BigDecimal rounded) {
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
