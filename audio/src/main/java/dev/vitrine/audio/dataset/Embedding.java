package dev.vitrine.audio.dataset;

import java.util.Arrays;

/**
 * What another network heard, second by second: T frames of D numbers, each in 8 bits, as AudioSet publishes them.
 *
 * <p>A code q stands for q · 4 / 255 − 2: the numbers were clipped to [−2, 2] and spread over 0 .. 255. The D numbers of
 * a frame are principal components in order of their variance; neighbours have nothing to do with one another.
 *
 * <p>Source: tensorflow/models, research/audioset/vggish, {@code vggish_params.py} (QUANTIZE_MIN_VAL, QUANTIZE_MAX_VAL)
 * and {@code vggish_postprocess.py}.
 *
 * @param codes [T, D], unsigned, row by row
 * @param width D
 */
public record Embedding(byte[] codes, int width) implements Content {
    /** Numbers of a VGGish frame. */
    public static final int VGGISH_WIDTH = 128;

    /** Frames of a clip of ten seconds. */
    public static final int CLIP_FRAMES = 10;

    private static final double LOWEST = -2;
    private static final double STEP = 4.0 / 255;

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the codes are no whole number of frames
     */
    public Embedding {
        if (width < 1 || codes.length % width != 0) {
            throw new IllegalArgumentException(
                    "an embedding has " + codes.length + " codes; expected a multiple of its width, " + width);
        }
    }

    /** T. */
    public int frames() {
        return codes.length / width;
    }

    /** One frame a second. */
    @Override
    public double seconds() {
        return frames();
    }

    /** The number that a code stands for, in [-2, 2]. */
    public static float value(byte code) {
        return (float) ((code & 0xff) * STEP + LOWEST);
    }

    /** The code of a number: clipped to [-2, 2], and cut off as VGGish does. */
    public static byte code(double value) {
        return (byte) ((Math.max(LOWEST, Math.min(-LOWEST, value)) - LOWEST) / STEP);
    }

    /** The numbers, [T, D]. */
    public float[] values() {
        return padded(frames()).values();
    }

    /**
     * The numbers of exactly {@code length} frames: what is missing is 0 and has no part in the mask, what is too much is
     * left out.
     */
    public Padded padded(int length) {
        float[] values = new float[length * width];
        float[] mask = new float[length];
        int present = Math.min(length, frames());
        for (int i = 0; i < present * width; i++) {
            values[i] = value(codes[i]);
        }
        Arrays.fill(mask, 0, present, 1);
        return new Padded(values, mask);
    }

    /**
     * An embedding of a fixed length.
     *
     * @param values [L, D], 0 where there is no frame
     * @param mask [L], 1 for a frame, 0 for none
     */
    public record Padded(float[] values, float[] mask) {}
}
