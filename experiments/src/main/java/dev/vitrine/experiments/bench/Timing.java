package dev.vitrine.experiments.bench;

import java.util.Arrays;

/**
 * Times of many steps, in milliseconds.
 *
 * @param count steps measured
 */
public record Timing(double median, double min, double max, int count) {
    static Timing of(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Timing(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
