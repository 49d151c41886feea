package dev.vitrine.audio.feature;

/**
 * The share of samples in a frame that have another sign than the sample before: librosa's {@code zero_crossing_rate}.
 * Centred frames hold the first and last sample of the sound around it ({@code pad_mode="edge"}), whatever the padding
 * of spectra is. 0 counts as positive, and so does what is within {@code threshold} of it.
 *
 * @param threshold at least 0; librosa's default is 1e-10
 */
public record ZeroCrossingRate(double threshold) implements FrameFeature {
    public ZeroCrossingRate {
        if (!(threshold >= 0)) {
            throw new IllegalArgumentException("threshold must be at least 0, got " + threshold);
        }
    }

    /** With librosa's default. */
    public ZeroCrossingRate() {
        this(1e-10);
    }

    @Override
    public double of(Frame frame) {
        float[] samples = frame.samples(Padding.EDGE);
        int crossings = 0;
        boolean before = samples[0] < -threshold;
        for (float sample : samples) {
            boolean negative = sample < -threshold;
            crossings += negative == before ? 0 : 1;
            before = negative;
        }
        return (double) crossings / samples.length;
    }
}
