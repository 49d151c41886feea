package dev.vitrine.experiments.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The span of some values.
 *
 * @param low the smallest
 * @param high the largest
 */
record Range(double low, double high) {

    static Range of(double... values) {
        return over(Arrays.stream(values));
    }

    static Range ofAll(Stream<double[]> arrays) {
        return over(arrays.flatMapToDouble(Arrays::stream));
    }

    private static Range over(DoubleStream values) {
        var summary = values.summaryStatistics();
        return new Range(summary.getMin(), summary.getMax());
    }

    Range with(double value) {
        return new Range(Math.min(low, value), Math.max(high, value));
    }

    /** The span with a little air at both ends, so that no mark is cut in half. */
    Range withAir() {
        double air = 0.02 * length();
        return new Range(low - air, high + air);
    }

    /** This span, or a wider one around it where both ends meet: an axis needs a length. */
    Range opened() {
        double least = Math.max(1e-12, 1e-6 * Math.max(Math.abs(low), Math.abs(high)));
        if (length() >= least) {
            return this;
        }
        double half = low == 0 ? 0.5 : Math.abs(low) / 2;
        return new Range(low - half, high + half);
    }

    double length() {
        return high - low;
    }
}
