package dev.vitrine.audio.feature;

/**
 * How far a spectrum spreads around its centroid c, in Hz: librosa's {@code spectral_bandwidth} with {@code norm=True}.
 *
 * <pre>
 * b[t] = (sum over f of  |hz[f] - c[t]|^p * |X[f, t]| / sum over f of  |X[f, t]|)^(1/p)
 * </pre>
 *
 * @param p the power, above 0; librosa's default is 2, which makes it a standard deviation
 */
public record SpectralBandwidth(double p) implements FrameFeature {
    public SpectralBandwidth {
        if (!(p > 0)) {
            throw new IllegalArgumentException("p must be above 0, got " + p);
        }
    }

    /** With librosa's default. */
    public SpectralBandwidth() {
        this(2);
    }

    @Override
    public double of(Frame frame) {
        double[] magnitude = frame.magnitude();
        double centroid = new SpectralCentroid().of(frame);
        double spread = 0;
        double sum = 0;
        for (int f = 0; f < magnitude.length; f++) {
            double away = Math.abs(frame.hz(f) - centroid);
            spread += magnitude[f] * (p == 2 ? away * away : Math.pow(away, p));
            sum += magnitude[f];
        }
        return Math.pow(sum < SpectralCentroid.SMALLEST ? spread : spread / sum, 1 / p);
    }
}
