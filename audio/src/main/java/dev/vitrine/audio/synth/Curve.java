package dev.vitrine.audio.synth;

/** A value that moves: straight lines between points that are evenly spaced from 0 to 1. */
record Curve(double[] points) {

    double at(double t) {
        double position = Math.max(0, Math.min(1, t)) * (points.length - 1);
        int left = Math.min(points.length - 2, (int) position);
        double share = position - left;
        return points[left] * (1 - share) + points[left + 1] * share;
    }
}
