package dev.vitrine.experiments.report;

/** How values lie along an axis. */
public enum Scale {
    /** Equal distances for equal differences. */
    LINEAR,
    /** Equal distances for equal ratios; values must be above 0. */
    LOGARITHMIC {
        @Override
        double at(double value) {
            return Math.log10(value);
        }
    };

    /** Where a value lies on the axis, in the axis' own unit: as it is, or its exponent of ten. */
    double at(double value) {
        return value;
    }

    /** The same curve in the axis' own unit. */
    Series of(Series curve) {
        double[] x = curve.x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = at(x[i]);
        }
        return new Series(curve.name(), x, curve.y());
    }
}
