package dev.vitrine.audio.dsp;

import dev.vitrine.audio.io.SoundStream;
import dev.vitrine.audio.io.Waveform;

/**
 * Changes the sample rate with a windowed-sinc filter, one set of taps per phase (polyphase).
 *
 * <pre>
 * y[m] = sum over k of  h(k - m * from / to) * x[k]
 * h(t) = cutoff * sinc(cutoff * t) * kaiser(t / halfWidth)
 * </pre>
 *
 * The pass band ends at 0.9 of the lower of the two half rates; what is above that half rate is 90 dB down.
 *
 * <p>Source: Oppenheim and Schafer, "Discrete-Time Signal Processing", 3rd ed. 2010, sections 4.6 and 7.5.3 (Kaiser
 * window).
 */
public final class Resampler {
    /** Kaiser's beta for 95 dB. */
    private static final double BETA = 9.62;

    /** Where the filter is halfway down, as a share of the lower half rate. */
    private static final double CUTOFF = 0.95;

    /** Zero crossings of the sinc on each side: Kaiser's formula for 95 dB in a transition band of 0.1. */
    private static final int CROSSINGS = 64;

    /** More taps than this are not kept one by one: odd pairs of rates would need gigabytes. */
    private static final long MOST_TAPS = 1 << 21;

    /** Phases kept for odd pairs; taps between them are interpolated, with an error about 106 dB down. */
    private static final int COARSE_PHASES = 512;

    private static final long LONGEST = 1L << 28;

    private final int up;
    private final int down;
    private final int half;
    private final double[][] phases;
    private final int to;

    /**
     * A resampler from {@code from} Hz to {@code to} Hz.
     *
     * @throws IllegalArgumentException if a rate is below 1 Hz
     */
    public Resampler(int from, int to) {
        if (from < 1 || to < 1) {
            throw new IllegalArgumentException("sample rates must be at least 1 Hz, got " + from + " and " + to);
        }
        int divisor = gcd(from, to);
        this.to = to;
        this.up = to / divisor;
        this.down = from / divisor;
        double cutoff = CUTOFF * Math.min(1, (double) to / from);
        this.half = (int) Math.ceil(CROSSINGS / cutoff);
        boolean all = 2L * half * up <= MOST_TAPS;
        this.phases = new double[all ? up : COARSE_PHASES + 1][];
        for (int phase = 0; phase < phases.length; phase++) {
            phases[phase] = taps((double) phase / (all ? up : COARSE_PHASES), cutoff);
        }
    }

    /** The taps for an output that stands {@code phase / up} after an input. */
    private double[] tapsAt(int phase, double[] scratch) {
        if (phases.length == up) {
            return phases[phase];
        }
        double at = (double) phase / up * COARSE_PHASES;
        double[] before = phases[(int) at];
        double[] after = phases[(int) at + 1];
        double share = at - (int) at;
        for (int k = 0; k < scratch.length; k++) {
            scratch[k] = before[k] + share * (after[k] - before[k]);
        }
        return scratch;
    }

    /**
     * The same sound at another rate; the sound itself if it has that rate already.
     *
     * @throws IllegalArgumentException if there would be more samples than can be held
     */
    public static Waveform resample(Waveform sound, int to) {
        return sound.sampleRate() == to ? sound : new Resampler(sound.sampleRate(), to).apply(sound);
    }

    private double[] taps(double fraction, double cutoff) {
        double[] taps = new double[2 * half];
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            double t = k - half + 1 - fraction;
            taps[k] = sinc(cutoff * t) * kaiser(t / half);
            sum += taps[k];
        }
        for (int k = 0; k < taps.length; k++) {
            taps[k] /= sum; // a constant stays exactly what it is
        }
        return taps;
    }

    /**
     * The same sound at another rate, resampled as it is read: of the sound, no more than the filter's length is held.
     * Closing it closes {@code sound}.
     */
    public static SoundStream resample(SoundStream sound, int to) {
        return sound.sampleRate() == to ? sound : new ResampledStream(sound, new Resampler(sound.sampleRate(), to));
    }

    private Waveform apply(Waveform sound) {
        float[] x = sound.samples();
        long wanted = outputs(x.length);
        if (wanted > LONGEST) {
            throw new IllegalArgumentException("the sound would have " + wanted + " samples at " + to
                    + " Hz; expected at most " + LONGEST + "; cut it");
        }
        float[] y = new float[(int) wanted];
        double[] scratch = scratch();
        for (int m = 0; m < y.length; m++) {
            y[m] = output(m, x, 0, x.length, scratch);
        }
        return new Waveform(y, to);
    }

    int sampleRate() {
        return to;
    }

    /** Outputs that belong to so many inputs. */
    long outputs(long inputs) {
        return (inputs * up + down - 1) / down;
    }

    /** The number of taps. */
    int reach() {
        return 2 * half;
    }

    /** The first input that output m wants; may be before the beginning. */
    long first(long m) {
        return m * down / up - half + 1;
    }

    double[] scratch() {
        return new double[2 * half];
    }

    /** Output m from inputs start .. start + count - 1, which stand at the beginning of x; all others are silent. */
    float output(long m, float[] x, long start, int count, double[] scratch) {
        double[] taps = tapsAt((int) (m * down % up), scratch);
        int offset = (int) (first(m) - start);
        int k = Math.max(0, -offset);
        int end = Math.min(taps.length, count - offset);
        // Four sums, so that one addition need not wait for the one before.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (; k + 3 < end; k += 4) {
            a += taps[k] * x[offset + k];
            b += taps[k + 1] * x[offset + k + 1];
            c += taps[k + 2] * x[offset + k + 2];
            d += taps[k + 3] * x[offset + k + 3];
        }
        for (; k < end; k++) {
            a += taps[k] * x[offset + k];
        }
        return (float) (a + b + (c + d));
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
    }

    private static double kaiser(double t) {
        return Math.abs(t) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - t * t)) / bessel(BETA);
    }

    /** The modified Bessel function of order 0, by its series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int i = 1; term > 1e-14 * sum; i++) {
            term *= (x / (2 * i)) * (x / (2 * i));
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
