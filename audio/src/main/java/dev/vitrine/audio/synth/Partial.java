package dev.vitrine.audio.synth;

/**
 * One sine of a note.
 *
 * <pre>
 * level(t) = level (1 - exp(-t / rise)) exp(-decay t) exp(-release max(0, t - held))
 * </pre>
 *
 * @param frequency in Hz
 * @param level amplitude
 * @param rise in s
 * @param decay while the note is held, per s; 0 where the player gives it new strength
 * @param release after it is let go, per s
 */
record Partial(double frequency, double level, double rise, double decay, double release) {
    double level(double t, double held) {
        return level * (1 - StrictMath.exp(-t / rise)) * StrictMath.exp(-decay * t - release * Math.max(0, t - held));
    }
}
