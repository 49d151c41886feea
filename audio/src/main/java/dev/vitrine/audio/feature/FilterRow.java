package dev.vitrine.audio.feature;

import java.util.Arrays;

/**
 * The part of a filter that is not zero.
 *
 * @param first the first frequency with a weight
 * @param weights from there on
 */
record FilterRow(int first, double[] weights) {
    static FilterRow of(double[] dense) {
        int first = 0;
        while (first < dense.length && dense[first] == 0) {
            first++;
        }
        int end = dense.length;
        while (end > first && dense[end - 1] == 0) {
            end--;
        }
        return new FilterRow(first, Arrays.copyOfRange(dense, first, end));
    }

    double[] dense(int bins) {
        double[] dense = new double[bins];
        System.arraycopy(weights, 0, dense, first, weights.length);
        return dense;
    }

    /** The weighted sum. Four sums at once, because each addition waits for the one before it. */
    double sum(double[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < weights.length; i += 4) {
            a += weights[i] * values[first + i];
            b += weights[i + 1] * values[first + i + 1];
            c += weights[i + 2] * values[first + i + 2];
            d += weights[i + 3] * values[first + i + 3];
        }
        for (; i < weights.length; i++) {
            a += weights[i] * values[first + i];
        }
        return (a + b) + (c + d);
    }

    /** The weighted sums of four frames, [4][F], to {@code sums[t .. t + 3]}: each weight is fetched once for all. */
    void sumFour(double[][] values, double[] sums, int t) {
        double[] p = values[0];
        double[] q = values[1];
        double[] r = values[2];
        double[] s = values[3];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            a += weight * p[first + i];
            b += weight * q[first + i];
            c += weight * r[first + i];
            d += weight * s[first + i];
        }
        sums[t] = a;
        sums[t + 1] = b;
        sums[t + 2] = c;
        sums[t + 3] = d;
    }
}
