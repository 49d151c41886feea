package dev.vitrine.audio.synth;

/**
 * A band of frequencies let through: two poles, gain 1 at the centre.
 *
 * <pre>
 * y[n] = g x[n] + 2 r cos(a) y[n-1] - r^2 y[n-2],   r = exp(-pi width / rate),   a = 2 pi center / rate
 * g = (1 - r) sqrt(1 - 2 r cos(2 a) + r^2)
 * </pre>
 *
 * <p>Source: Klatt, "Software for a cascade/parallel formant synthesizer", JASA 67, 1980, section I, with its gain of 1
 * moved from 0 Hz to the centre.
 */
final class Resonator {
    private static final double HIGHEST = 0.45;

    private double gain;
    private double a;
    private double b;
    private double last;
    private double beforeLast;

    /** Moves the band to {@code center} Hz with {@code width} Hz between its half-power points. */
    void tune(double center, double width) {
        double radius = StrictMath.exp(-Math.PI * width / SynthSet.SAMPLE_RATE);
        double angle = 2 * Math.PI * Math.min(HIGHEST, center / SynthSet.SAMPLE_RATE);
        a = 2 * radius * StrictMath.cos(angle);
        b = -radius * radius;
        gain = (1 - radius) * Math.sqrt(1 - 2 * radius * StrictMath.cos(2 * angle) + radius * radius);
    }

    double next(double in) {
        double out = gain * in + a * last + b * beforeLast;
        beforeLast = last;
        last = out;
        return out;
    }
}
