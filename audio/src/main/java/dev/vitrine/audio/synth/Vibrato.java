package dev.vitrine.audio.synth;

/**
 * How a held note trembles: it sets in within the first half second.
 *
 * @param rate in Hz
 * @param pitch by which share the frequency goes up and down
 * @param loudness by which share the level goes up and down
 */
record Vibrato(double rate, double pitch, double loudness) {
    static final Vibrato NONE = new Vibrato(0, 0, 0);
    private static final double SETS_IN = 0.5;

    double pitchFactor(double t) {
        return 1 + pitch * wave(t);
    }

    double loudnessFactor(double t) {
        return 1 + loudness * wave(t);
    }

    private double wave(double t) {
        return Math.min(1, t / SETS_IN) * StrictMath.sin(2 * Math.PI * rate * t);
    }
}
