package dev.vitrine.audio.augment;

import java.util.Arrays;

/**
 * Covers a stretch of a spectrogram, at a place and of a width that are drawn: SpecAugment's time and frequency masking, on
 * the array itself.
 *
 * <pre>
 * width ~ 0 .. widest,   first ~ 0 .. size - width,   y[i] = fill for first &lt;= i &lt; first + width along the axis, else x[i]
 * </pre>
 *
 * <p><b>Shape</b>: [bins, frames] to the same. The recipe of the paper is two of each, with different seeds. On sound
 * instead of arrays: {@link TimeMask}, {@link FrequencyMask}.
 *
 * <p>Source: Park and others, "SpecAugment", Interspeech 2019, section 2.
 *
 * @param axis along which it is masked
 * @param widest the most bins or frames that are covered, at least 0; all where there are fewer
 */
public record SpectrogramMask(Axis axis, int widest) {
    public SpectrogramMask {
        if (widest < 0) {
            throw new IllegalArgumentException("a mask's width must be at least 0, got " + widest);
        }
    }

    /** What a mask covers. */
    public enum Axis {
        /** Some bins in all frames: frequency masking. */
        BINS,
        /** Some frames in all bins: time masking. */
        FRAMES
    }

    /**
     * The masked array; {@code values} stays untouched.
     *
     * @param values [bins][frames]
     * @param fill what is put there: 0 where the mean was taken away, the lowest level for decibels
     * @param seed equal seeds cover equal places
     */
    public double[][] apply(double[][] values, double fill, long seed) {
        double[][] masked = new double[values.length][];
        for (int bin = 0; bin < values.length; bin++) {
            masked[bin] = values[bin].clone();
        }
        Chance chance = new Chance(seed);
        int frames = values.length == 0 ? 0 : values[0].length;
        int size = axis == Axis.BINS ? values.length : frames;
        int width = chance.below(Math.min(widest, size) + 1);
        int first = chance.below(size - width + 1);
        for (int bin = 0; bin < masked.length; bin++) {
            if (axis == Axis.FRAMES) {
                Arrays.fill(masked[bin], first, first + width, fill);
            } else if (bin >= first && bin < first + width) {
                Arrays.fill(masked[bin], fill);
            }
        }
        return masked;
    }
}
