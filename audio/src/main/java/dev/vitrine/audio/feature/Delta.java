package dev.vitrine.audio.feature;

import java.util.Arrays;

/**
 * How a feature changes over time: librosa's {@code delta} with {@code mode="interp"}. Through {@code width} frames a
 * polynomial of degree {@code order} is laid; its derivative of that order is the value (Savitzky and Golay).
 *
 * <pre>
 * d[m, t] = order! * sum over n of  p[n] * x[m, t + n] / sum over n of  p[n]²,   n = -width/2 .. width/2
 * </pre>
 *
 * with p the polynomial of that degree, 1 before its highest power, that is orthogonal to all lower ones. The first and
 * last width/2 frames lie on the polynomial of the first and last whole window, so they hold its value.
 *
 * <p><b>Shape</b>: [M, T] to [M, T].
 *
 * <p>Source: Savitzky and Golay, "Smoothing and Differentiation of Data by Simplified Least Squares Procedures",
 * Analytical Chemistry 1964.
 *
 * @param width frames, odd, at least 3; librosa's default is 9
 * @param order 1 for the slope, 2 for the curvature; less than {@code width}
 */
public record Delta(int width, int order) {
    public Delta {
        if (width < 3 || width % 2 == 0) {
            throw new IllegalArgumentException("width must be odd and at least 3, got " + width);
        }
        if (order < 1 || order >= width) {
            throw new IllegalArgumentException("order must be 1 to " + (width - 1) + ", got " + order);
        }
    }

    /** Slopes over 9 frames. */
    public static Delta first() {
        return new Delta(9, 1);
    }

    /** Curvatures over 9 frames. */
    public static Delta second() {
        return new Delta(9, 2);
    }

    /**
     * The derivative of a feature [M][T].
     *
     * @throws IllegalArgumentException if it has fewer frames than {@code width}
     */
    public double[][] of(double[][] feature) {
        int frames = feature[0].length;
        if (frames < width) {
            throw new IllegalArgumentException(
                    "a delta over " + width + " frames needs as many, got " + frames + " frames");
        }
        double[] taps = taps();
        double[][] values = new double[feature.length][frames];
        for (int row = 0; row < feature.length; row++) {
            for (int t = 0; t < frames; t++) {
                int first = Math.max(0, Math.min(frames - width, t - width / 2));
                for (int i = 0; i < width; i++) {
                    values[row][t] += taps[i] * feature[row][first + i];
                }
            }
        }
        return values;
    }

    /** The weights of the frames of a window, [width]. */
    double[] taps() {
        double[] lower = new double[width];
        double[] p = new double[width];
        Arrays.fill(p, 1);
        double lowerSquare = 1;
        double factorial = 1;
        for (int degree = 0; degree < order; degree++) {
            double square = square(p);
            double share = degree == 0 ? 0 : square / lowerSquare;
            double[] next = new double[width];
            for (int i = 0; i < width; i++) {
                next[i] = (i - width / 2) * p[i] - share * lower[i];
            }
            lower = p;
            lowerSquare = square;
            p = next;
            factorial *= degree + 1;
        }
        double scale = factorial / square(p);
        for (int i = 0; i < width; i++) {
            p[i] *= scale;
        }
        return p;
    }

    private static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
