package dev.vitrine.experiments.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they stand in examples and drawings. */
final class Digits {
    private static final char MINUS = '\u2212';

    private Digits() {}

    /** At most {@code decimals} decimals, without zeros at the end. */
    static String of(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The same for a drawing: two decimals, a true minus sign. */
    static String drawn(double value) {
        return of(value, 2).replace('-', MINUS);
    }
}
