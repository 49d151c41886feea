package dev.vitrine.audio.synth;

/**
 * A value that moves smoothly through points that are evenly spaced from 0 to 1, and never beyond its neighbours.
 *
 * <p>Between two points a cubic; its slope at a point is the harmonic mean of the slopes on both sides, 0 at a turn.
 *
 * <p>Source: Fritsch and Butland, "A Method for Constructing Local Monotone Piecewise Cubic Interpolants", SIAM J. Sci.
 * Stat. Comput. 5, 1984.
 */
record Curve(double... points) {

    Curve {
        if (points.length < 2) {
            throw new IllegalArgumentException("a curve needs at least 2 points, got " + points.length);
        }
    }

    Curve scaled(double factor) {
        double[] scaled = points.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Curve(scaled);
    }

    /** The same with each point off by up to {@code share} of itself. */
    Curve varied(double share, Dice dice) {
        return new Curve(dice.around(share, points));
    }

    /** A curve with each point between this one's and another's of as many points. */
    Curve upTo(Curve most, Dice dice) {
        double[] between = points.clone();
        for (int i = 0; i < between.length; i++) {
            between[i] = dice.between(points[i], most.points[i]);
        }
        return new Curve(between);
    }

    /** The value at {@code t}, which is taken as 0 below 0 and as 1 above 1. */
    double at(double t) {
        double position = Math.max(0, Math.min(1, t)) * (points.length - 1);
        int left = Math.min(points.length - 2, (int) position);
        double x = position - left;
        double rest = 1 - x;
        return rest * rest * ((1 + 2 * x) * points[left] + x * slope(left))
                + x * x * ((1 + 2 * rest) * points[left + 1] - rest * slope(left + 1));
    }

    private double slope(int i) {
        double before = points[Math.max(i, 1)] - points[Math.max(i, 1) - 1];
        double after = points[Math.min(i, points.length - 2) + 1] - points[Math.min(i, points.length - 2)];
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
}
