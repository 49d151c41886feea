package dev.vitrine.audio.feature;

/**
 * The lowest frequency, in Hz, up to which a spectrum holds a given share of its magnitude: librosa's
 * {@code spectral_rolloff}.
 *
 * <pre>
 * r[t] = hz of the first f with  sum over g = 0 .. f of  |X[g, t]|  >=  share * sum over all g of  |X[g, t]|
 * </pre>
 *
 * @param share {@code roll_percent}, above 0 and below 1; librosa's default is 0.85
 */
public record SpectralRolloff(double share) implements FrameFeature {
    public SpectralRolloff {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be above 0 and below 1, got " + share);
        }
    }

    /** With librosa's default. */
    public SpectralRolloff() {
        this(0.85);
    }

    @Override
    public double of(Frame frame) {
        double[] magnitude = frame.magnitude();
        double total = 0;
        for (double m : magnitude) {
            total += m;
        }
        double sum = magnitude[0];
        int f = 0;
        while (sum < share * total) {
            f++;
            sum += magnitude[f];
        }
        return frame.hz(f);
    }
}
