package dev.vitrine.audio.feature;

/**
 * The middle of a spectrum, in Hz: librosa's {@code spectral_centroid}.
 *
 * <pre>
 * c[t] = sum over f of  hz[f] * |X[f, t]| / sum over f of  |X[f, t]|
 * </pre>
 *
 * 0 in silence.
 */
public record SpectralCentroid() implements FrameFeature {
    @Override
    public double of(Frame frame) {
        double[] magnitude = frame.magnitude();
        double weighted = 0;
        double sum = 0;
        for (int f = 0; f < magnitude.length; f++) {
            weighted += frame.hz(f) * magnitude[f];
            sum += magnitude[f];
        }
        return sum < SMALLEST ? weighted : weighted / sum;
    }

    /** Below this sum librosa does not normalise: the smallest normal float. */
    static final double SMALLEST = Float.MIN_NORMAL;
}
