package dev.vitrine.experiments.recipe;

import java.util.Arrays;
import java.util.List;

/**
 * The two directions in which points differ most, and where each point lies along them.
 *
 * <pre>
 * C = (X - mean)ᵀ (X - mean) / N        v ← C v / |C v|, again and again; then the same in C - λ v vᵀ
 * </pre>
 *
 * <p>Source: H. Hotelling, "Analysis of a complex of statistical variables into principal components", Journal of
 * Educational Psychology 24, 1933.
 *
 * @param points [N][2]
 * @param shares of the variance that the two directions have, 0 to 1
 */
public record PrincipalAxes(double[][] points, double[] shares) {
    private static final int AXES = 2;
    private static final int STEPS = 500;

    /**
     * Of some points.
     *
     * @param rows [N][D], at least one
     */
    public static PrincipalAxes of(List<double[]> rows) {
        double[][] centred = centred(rows);
        double all = 0;
        for (double[] row : centred) {
            all += dot(row, row) / centred.length;
        }
        double[][] points = new double[centred.length][AXES];
        double[] shares = new double[AXES];
        double[][] directions = new double[AXES][];
        for (int axis = 0; axis < AXES; axis++) {
            double[] direction = direction(centred, Arrays.copyOf(directions, axis));
            directions[axis] = direction;
            for (int n = 0; n < centred.length; n++) {
                points[n][axis] = dot(centred[n], direction);
                shares[axis] += all == 0 ? 0 : points[n][axis] * points[n][axis] / centred.length / all;
            }
        }
        return new PrincipalAxes(points, shares);
    }

    private static double[][] centred(List<double[]> rows) {
        int width = rows.get(0).length;
        double[] mean = new double[width];
        for (double[] row : rows) {
            for (int d = 0; d < width; d++) {
                mean[d] += row[d] / rows.size();
            }
        }
        return rows.stream()
                .map(row -> {
                    double[] moved = row.clone();
                    for (int d = 0; d < width; d++) {
                        moved[d] -= mean[d];
                    }
                    return moved;
                })
                .toArray(double[][]::new);
    }

    /** Of length 1, at right angles to those found before; its largest number is above 0. */
    private static double[] direction(double[][] rows, double[][] before) {
        int width = rows[0].length;
        double[] v = new double[width];
        Arrays.setAll(v, d -> 1 + 0.1 * Math.sin(1 + d));
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[width];
            for (double[] row : rows) {
                double along = dot(row, v);
                for (int d = 0; d < width; d++) {
                    next[d] += along * row[d];
                }
            }
            for (double[] other : before) {
                double along = dot(next, other);
                for (int d = 0; d < width; d++) {
                    next[d] -= along * other[d];
                }
            }
            double length = Math.sqrt(dot(next, next));
            if (length < 1e-300) {
                return new double[width];
            }
            Arrays.setAll(v, d -> next[d] / length);
        }
        double largest = 0;
        for (double value : v) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        double sign = Math.signum(largest);
        Arrays.setAll(v, d -> sign * v[d]);
        return v;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
