package dev.vitrine.experiments.recipe;

/**
 * How much of a sound one input stands for.
 *
 * @param samples that are heard at once; {@link #WHOLE} if all of a clip is
 * @param frame samples of one frame of the features, {@code n_fft}; 1 where samples are seen as they are
 * @param sampleRate of both, in Hz
 */
public record Hearing(long samples, int frame, int sampleRate) {
    /** All samples of a clip. */
    public static final long WHOLE = 0;

    /** Samples of whole clips, as they are. */
    public static final Hearing ALL = new Hearing(WHOLE, 1, 1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Hearing {
        if (samples < 0 || frame < 1 || sampleRate < 1) {
            throw new IllegalArgumentException("hearing: " + samples + " samples, frames of " + frame + ", "
                    + sampleRate + " Hz; expected none or more samples, and 1 or more of the others");
        }
    }

    /** True if not even one frame of the features is filled. */
    public boolean lessThanAFrame() {
        return samples != WHOLE && samples < frame;
    }

    /** How long it lasts, in milliseconds. */
    public double milliseconds() {
        return 1000.0 * samples / sampleRate;
    }
}
