package dev.vitrine.experiments.report;

/**
 * One named curve.
 *
 * <p>The arrays are not copied: do not change them while the chart is in use.
 *
 * @param name what the curve is, as it stands beside its end
 * @param x positions in rising order, in the unit of the chart's x axis
 * @param y values, as many as {@code x}, in the unit of the chart's y axis
 */
public record Series(String name, double[] x, double[] y) {

    /** A curve over 1, 2, 3, …, for one value per epoch. */
    public static Series byEpoch(String name, double[] y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        return new Series(name, x, y);
    }
}
