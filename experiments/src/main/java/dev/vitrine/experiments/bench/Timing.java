package dev.vitrine.experiments.bench;

import java.util.Arrays;

/**
 * Times of many steps, in milliseconds.
 *
 * @param count steps measured
 */
public record Timing(double median, double min, double max, int count) {
    private static final int FEWEST_TO_WARM_UP = 3;

    /** Runs {@code step} until {@code effort} is spent; each run must have ended when it returns. */
    static Timing measure(Runnable step, Effort effort) {
        long start = System.nanoTime();
        for (int i = 0; i < FEWEST_TO_WARM_UP || since(start) < effort.warmUpSeconds(); i++) {
            step.run();
        }
        double[] times = new double[effort.most()];
        int count = 0;
        start = System.nanoTime();
        while (count < effort.fewest() || (since(start) < effort.seconds() && count < effort.most())) {
            long begin = System.nanoTime();
            step.run();
            times[count++] = since(begin) * 1e3;
        }
        return of(Arrays.copyOf(times, count));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static Timing of(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Timing(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
