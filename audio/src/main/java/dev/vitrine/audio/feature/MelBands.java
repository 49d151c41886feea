package dev.vitrine.audio.feature;

/**
 * Which mel bands are wanted.
 *
 * @param count {@code n_mels}, at least 1
 * @param lowest where the first band begins, {@code fmin}, in Hz
 * @param highest where the last band ends, {@code fmax}, in Hz; half the sample rate where that is lower
 * @param scale how pitch is measured
 * @param norm how high a band's triangle is
 */
public record MelBands(int count, double lowest, double highest, MelScale scale, MelNorm norm) {
    public MelBands {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 mel band, got " + count);
        }
        if (!(lowest >= 0 && highest > lowest)) {
            throw new IllegalArgumentException(
                    "mel bands must reach from 0 Hz or more to a higher frequency, got " + lowest + " to " + highest);
        }
    }

    /** librosa's defaults: from 0 Hz to half the sample rate, Slaney's scale and norm. */
    public static MelBands slaney(int count) {
        return new MelBands(count, 0, Double.POSITIVE_INFINITY, MelScale.SLANEY, MelNorm.SLANEY);
    }

    /** The middle of each band in Hz, [M], lowest first. */
    public double[] centres(int sampleRate) {
        double bottom = scale.mel(lowest);
        double step = (scale.mel(Math.min(highest, sampleRate / 2.0)) - bottom) / (count + 1);
        double[] centres = new double[count];
        for (int m = 0; m < count; m++) {
            centres[m] = scale.hz(bottom + (m + 1) * step);
        }
        return centres;
    }
}
