package dev.vitrine.experiments.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** 95 % intervals: what a count of hits, or the mean over some folds, allows one to say. */
public final class Confidence {

    private static final double TAIL = 0.025;
    private static final double NORMAL_QUANTILE = 1.959963984540054;

    private Confidence() {}

    /**
     * The exact interval of a proportion, {@code hits} of {@code trials}: it holds the truth at least 95 times in 100.
     *
     * <p>The low end is the p for which {@code P(X ≥ hits) = 0.025}, the high end that for which
     * {@code P(X ≤ hits) = 0.025}, X binomial. Source: C. Clopper and E. Pearson, Biometrika 26, 1934.
     *
     * @throws IllegalArgumentException if there are no trials, or hits below 0 or above them
     */
    public static Interval ofProportion(int hits, int trials) {
        check(hits, trials);
        double low = hits == 0 ? 0 : rootOf(p -> 1 - binomialUpTo(hits - 1, trials, p) - TAIL, 0, 1);
        double high = hits == trials ? 1 : rootOf(p -> TAIL - binomialUpTo(hits, trials, p), 0, 1);
        return new Interval((double) hits / trials, low, high);
    }

    /**
     * The score interval of a proportion: shorter than the exact one, right 95 times in 100 on average.
     *
     * <p>With {@code p = hits/trials}: {@code (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)}. Source: E. Wilson, JASA
     * 22, 1927.
     *
     * @throws IllegalArgumentException if there are no trials, or hits below 0 or above them
     */
    public static Interval wilson(int hits, int trials) {
        check(hits, trials);
        double n = trials;
        double p = hits / n;
        double z2 = NORMAL_QUANTILE * NORMAL_QUANTILE;
        double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = NORMAL_QUANTILE * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new Interval(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * The mean of a few folds, plus and minus {@code t·s/√n}: t of n − 1 degrees of freedom, s the standard deviation.
     *
     * <p>Folds share training data, so the true interval is somewhat wider.
     *
     * @throws IllegalArgumentException if there are fewer than two values
     */
    public static Interval ofMean(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("interval of a mean: " + values.length + " values; expected at least 2");
        }
        double half = studentQuantile(values.length - 1) * standardDeviation(values) / Math.sqrt(values.length);
        double mean = mean(values);
        return new Interval(mean, mean - half, mean + half);
    }

    /** Σx / n. */
    public static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** √(Σ(x − mean)² / (n − 1)), as one writes it behind ±. */
    public static double standardDeviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /** t with {@code P(|T| ≤ t) = 0.95}. */
    static double studentQuantile(int freedom) {
        return rootOf(t -> studentWithin(t, freedom) - (1 - 2 * TAIL), 0, 100);
    }

    /** P(|T| ≤ t). Source: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4. */
    private static double studentWithin(double t, int freedom) {
        double angle = Math.atan(t / Math.sqrt(freedom));
        double cos2 = Math.cos(angle) * Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? Math.cos(angle) : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int i = odd ? 3 : 2; i < freedom; i += 2) {
            term *= cos2 * (i - 1) / i;
            sum += term;
        }
        double series = Math.sin(angle) * sum;
        return odd ? 2 / Math.PI * (angle + series) : series;
    }

    /** P(X ≤ hits), summed over logarithms so that thousands of trials do not underflow. */
    private static double binomialUpTo(int hits, int trials, double p) {
        if (p <= 0 || p >= 1) {
            return p <= 0 || hits >= trials ? 1 : 0;
        }
        double logTerm = trials * Math.log1p(-p);
        double odds = Math.log(p) - Math.log1p(-p);
        double sum = Math.exp(logTerm);
        for (int i = 1; i <= hits; i++) {
            logTerm += Math.log(trials - i + 1.0) - Math.log(i) + odds;
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }

    /** Where a rising function crosses zero, by halving. */
    private static double rootOf(DoubleUnaryOperator rising, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static void check(int hits, int trials) {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException("interval of a proportion: " + hits + " of " + trials
                    + "; expected 0 to n hits of n trials, n at least 1");
        }
    }
}
