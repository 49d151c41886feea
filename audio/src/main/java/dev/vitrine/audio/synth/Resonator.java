package dev.vitrine.audio.synth;

/**
 * A band of frequencies let through: two poles, gain about 1 at the centre.
 *
 * <p>Source: Klatt, "Software for a cascade/parallel formant synthesizer", JASA 67, 1980, section I.
 */
final class Resonator {
    private double gain;
    private double a;
    private double b;
    private double last;
    private double beforeLast;

    /** Moves the band to {@code center} Hz with {@code width} Hz between its half-power points. */
    void tune(double center, double width) {
        double radius = StrictMath.exp(-Math.PI * width / CatsDogsSynth.SAMPLE_RATE);
        double angle = 2 * Math.PI * Math.min(0.45, center / CatsDogsSynth.SAMPLE_RATE);
        a = 2 * radius * StrictMath.cos(angle);
        b = -radius * radius;
        gain = (1 - radius) * 2;
    }

    double next(double in) {
        double out = gain * in + a * last + b * beforeLast;
        beforeLast = last;
        last = out;
        return out;
    }
}
