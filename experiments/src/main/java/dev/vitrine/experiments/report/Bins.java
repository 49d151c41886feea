package dev.vitrine.experiments.report;

import java.util.Arrays;

/**
 * Bins of one width from end to end.
 *
 * @param low lower end of the first
 * @param high upper end of the last
 * @param count how many
 */
record Bins(double low, double high, int count) {

    private static final int ABOUT = 32;

    /** About 32 bins with round edges, one of them at zero, so that no bin holds both signs. */
    static Bins over(Range range) {
        Axis edges = Axis.round("", range, ABOUT);
        return new Bins(edges.low(), edges.high(), (int) Math.round((edges.high() - edges.low()) / edges.step()));
    }

    double edge(int index) {
        return low + (high - low) * index / count;
    }

    int[] counts(double[] values) {
        int[] counts = new int[count];
        for (double value : values) {
            int bin = (int) ((value - low) / (high - low) * count);
            counts[Math.max(0, Math.min(count - 1, bin))]++;
        }
        return counts;
    }

    double[] percent(double[] values) {
        return Arrays.stream(counts(values))
                .mapToDouble(n -> 100.0 * n / values.length)
                .toArray();
    }
}
