package dev.vitrine.audio.synth;

/**
 * What a voice is made of.
 *
 * @param tilt how fast harmonics fall: harmonic h has 1 / h^tilt
 * @param breath share of noise
 * @param jitter by how much, at most, one period of the voice is shorter or longer than it should be, and half as much
 *     louder or softer (shimmer); 0.01 is steady, 0.1 hoarse
 * @param growl how deep the loudness trembles, 0 to 1
 */
record Timbre(double tilt, double breath, double jitter, double growl) {
    /** With so many times the breath and the jitter. */
    Timbre rougher(double factor) {
        return new Timbre(tilt, factor * breath, factor * jitter, growl);
    }
}
