package dev.vitrine.experiments.report;

import java.util.Locale;

/**
 * An estimate and the 95 % interval around it.
 *
 * @param estimate what was measured
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {

    /** As percentages: {@code 70.0 % (34.8 to 93.3)}. */
    public String percent() {
        return String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * estimate, 100 * low, 100 * high);
    }
}
