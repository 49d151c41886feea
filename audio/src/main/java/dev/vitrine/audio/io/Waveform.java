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

    /** The root of the mean of all squares; 0 if there is no sample. */
    public float rms() {
        double squares = 0;
        for (float sample : samples) {
            squares += (double) sample * sample;
        }
        return samples.length == 0 ? 0 : (float) Math.sqrt(squares / samples.length);
    }

    /** Every sample times {@code factor}. */
    public Waveform scaled(double factor) {
        float[] scaled = new float[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * samples[i]);
        }
        return new Waveform(scaled, sampleRate);
    }

    /** The sound, so loud that its largest magnitude is {@code peak}; silence stays silence. */
    public Waveform withPeak(double peak) {
        return peak() == 0 ? this : scaled(peak / peak());
    }

    /** The sound, so loud that its root mean square is {@code rms}; silence stays silence. */
    public Waveform withRms(double rms) {
        return rms() == 0 ? this : scaled(rms / rms());
    }

    /**
     * A window of the sound; what lies outside of the sound is silent.
     *
     * @param first its first sample, may be negative
     * @param length in samples, at least 0
     */
    public Waveform window(int first, int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a window's length must be at least 0, got " + length);
        }
        float[] cut = new float[length];
        int from = Math.max(0, first);
        long end = Math.min(samples.length, (long) first + length);
        if (from < end) {
            System.arraycopy(samples, from, cut, from - first, (int) (end - from));
        }
        return new Waveform(cut, sampleRate);
    }

    /**
     * The part between two times.
     *
     * @param from in seconds, at least 0
     * @param to in seconds, at least {@code from}; what lies beyond the end is left out
     */
    public Waveform cut(double from, double to) {
        if (!(from >= 0 && from <= to)) {
            throw new IllegalArgumentException(
                    "a part must go from 0 s or later to a time that is not before, got " + from + " to " + to);
        }
        int first = (int) Math.min(samples.length, Math.round(from * sampleRate));
        int end = (int) Math.min(samples.length, Math.round(to * sampleRate));
        return window(first, end - first);
    }
}
