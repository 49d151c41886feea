package dev.vitrine.audio.dsp;

/**
 * Makes a sound longer or shorter and leaves its pitch (a phase vocoder, librosa's {@code effects.time_stretch}).
 *
 * <p>Magnitudes are interpolated between neighbouring frames; the phase of every bin advances as it does between them. Phases of
 * neighbouring bins drift apart, so a tone comes out up to 1.5 dB quieter.
 *
 * <p>Source: Flanagan and Golden, "Phase Vocoder", Bell System Technical Journal 1966; Ellis, "A phase vocoder in
 * Matlab", 2002.
 */
public final class TimeStretch {
    private static final int FRAME = 2048;
    private static final int BINS = FRAME / 2 + 1;

    private final float[] samples;
    private final OverlapAdd to;
    private final double[][] re = new double[2][BINS];
    private final double[][] im = new double[2][BINS];
    private final double[] phase = new double[BINS];
    private int held = -2;

    private TimeStretch(float[] samples, int length) {
        this.samples = samples;
        this.to = new OverlapAdd(FRAME, length);
    }

    /**
     * Stretches a sound.
     *
     * @param rate above 1 is faster: the sound becomes {@code samples.length / rate} long
     * @throws IllegalArgumentException if the rate is not above 0
     */
    public static float[] apply(float[] samples, double rate) {
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("a rate must be above 0, got " + rate);
        }
        int length = (int) Math.round(samples.length / rate);
        return new TimeStretch(samples, length).stretched(rate, length);
    }

    private float[] stretched(double rate, int length) {
        double[] outRe = new double[BINS];
        double[] outIm = new double[BINS];
        for (int t = 0; t < to.frames(length); t++) {
            double at = t * rate;
            hold((int) at);
            if (t == 0) {
                startPhases();
            }
            for (int f = 0; f < BINS; f++) {
                double magnitude = magnitude(f, at - (int) at);
                outRe[f] = magnitude * Math.cos(phase[f]);
                outIm[f] = magnitude * Math.sin(phase[f]);
                phase[f] += advance(f);
            }
            to.add(t, outRe, outIm);
        }
        return to.sound();
    }

    /** Keeps the spectra of frame t and the next. */
    private void hold(int t) {
        if (t == held) {
            return;
        }
        to.spectrum(samples, t, re[0], im[0]);
        to.spectrum(samples, t + 1, re[1], im[1]);
        held = t;
    }

    private void startPhases() {
        for (int f = 0; f < BINS; f++) {
            phase[f] = Math.atan2(im[0][f], re[0][f]);
        }
    }

    private double magnitude(int f, double share) {
        return (1 - share) * Math.hypot(re[0][f], im[0][f]) + share * Math.hypot(re[1][f], im[1][f]);
    }

    /** How far a bin's phase turns in one hop: as a wave in its middle would, and what is measured beyond. */
    private double advance(int f) {
        double expected = 2 * Math.PI * to.hop() * f / FRAME;
        double turned = Math.atan2(im[1][f], re[1][f]) - Math.atan2(im[0][f], re[0][f]) - expected;
        return expected + turned - 2 * Math.PI * Math.rint(turned / (2 * Math.PI));
    }
}
