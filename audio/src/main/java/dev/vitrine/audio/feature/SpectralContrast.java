package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;

/**
 * How far the peaks of a spectrum stand above its valleys, by octave band, in dB: librosa's {@code spectral_contrast}
 * with {@code linear=False}.
 *
 * <pre>
 * C[b, t] = dB(mean of the largest magnitudes of band b) - dB(mean of its smallest)
 * </pre>
 *
 * Band 0 reaches from 0 Hz to {@code lowest}, each other one octave higher, the last to half the sample rate. The
 * largest and smallest are {@code quantile} of a band's frequencies, at least one. Levels are those of
 * {@link Decibels#power}, of all peaks together and of all valleys together.
 *
 * <p><b>Shape</b>: [bands + 1, T].
 *
 * <p>Source: Jiang et al., "Music Type Classification by Spectral Contrast Feature", ICME 2002.
 *
 * @param lowest {@code fmin}, in Hz, above 0; librosa's default is 200
 * @param bands {@code n_bands}, at least 1; librosa's default is 6
 * @param quantile above 0 and below 1; librosa's default is 0.02
 */
public record SpectralContrast(double lowest, int bands, double quantile) {
    public SpectralContrast {
        if (!(lowest > 0) || bands < 1 || !(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException(
                    "contrast needs lowest above 0 Hz, at least 1 band and a quantile above 0 and below 1, got "
                            + lowest + ", " + bands + " and " + quantile);
        }
    }

    /** With librosa's defaults. */
    public SpectralContrast() {
        this(200, 6, 0.02);
    }

    /**
     * The contrast of all frames, [bands + 1][T].
     *
     * @throws IllegalArgumentException if the highest band begins at or above half the sample rate, or if a band holds
     *     no frequency of the spectrum
     */
    public double[][] of(Waveform sound, Framing framing) {
        ContrastBands cuts = new ContrastBands(this, framing, sound.sampleRate());
        int frames = framing.frames(sound.samples().length);
        double[][] peaks = new double[bands + 1][frames];
        double[][] valleys = new double[bands + 1][frames];
        Frame frame = new Frame(new FrameSpectra(framing, sound), framing, sound.sampleRate());
        double[] peak = new double[bands + 1];
        double[] valley = new double[bands + 1];
        for (int t = 0; t < frames; t++) {
            frame.take(t);
            cuts.apply(frame.magnitude(), peak, valley);
            Columns.put(peak, peaks, t);
            Columns.put(valley, valleys, t);
        }
        double[][] contrast = Decibels.power().ofPower(peaks);
        double[][] low = Decibels.power().ofPower(valleys);
        for (int b = 0; b <= bands; b++) {
            for (int t = 0; t < frames; t++) {
                contrast[b][t] -= low[b][t];
            }
        }
        return contrast;
    }
}
