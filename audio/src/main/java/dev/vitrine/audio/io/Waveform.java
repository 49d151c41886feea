package dev.vitrine.audio.io;

/**
 * Mono sound.
 *
 * @param samples one number per sample, full scale is -1 to 1; may be empty
 * @param sampleRate samples per second, in Hz, at least 1
 */
public record Waveform(float[] samples, int sampleRate) {
    public Waveform {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("sample rate must be at least 1 Hz, got " + sampleRate);
        }
    }

    /** How long it sounds, in seconds. */
    public double seconds() {
        return (double) samples.length / sampleRate;
    }

    /** The largest magnitude of a sample; 0 if there is none. */
    public float peak() {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
