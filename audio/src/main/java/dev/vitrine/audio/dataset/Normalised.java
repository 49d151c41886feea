package dev.vitrine.audio.dataset;

import java.util.List;

/** Samples brought to mean 0 and deviation 1. */
final class Normalised {
    /** Keeps a silent window finite: far below the deviation of anything to be heard. */
    private static final double LEAST_DEVIATION = 1e-3;

    private Normalised() {}

    /** A clip scaled by itself; followed by zeros if it is shorter than {@code least} samples. */
    static float[] clip(Clip clip, int least) {
        float[] x = clip.sound().samples();
        float[] z = new float[Math.max(least, x.length)];
        System.arraycopy(x, 0, z, 0, x.length);
        scale(z, 0, x.length, 0);
        return z;
    }

    /** Clips joined to one vector and scaled together; followed by zeros up to {@code least} samples. */
    static float[] joined(List<Clip> clips, int least) {
        int length = clips.stream().mapToInt(c -> c.sound().samples().length).sum();
        float[] all = new float[Math.max(least, length)];
        int at = 0;
        for (Clip clip : clips) {
            float[] x = clip.sound().samples();
            System.arraycopy(x, 0, all, at, x.length);
            at += x.length;
        }
        scale(all, 0, length, 0);
        return all;
    }

    /** Scales a window in place. */
    static void window(float[] samples, int first, int length) {
        scale(samples, first, length, LEAST_DEVIATION);
    }

    private static void scale(float[] samples, int first, int length, double least) {
        double sum = 0;
        for (int i = first; i < first + length; i++) {
            sum += samples[i];
        }
        double mean = sum / length;
        double squares = 0;
        for (int i = first; i < first + length; i++) {
            squares += (samples[i] - mean) * (samples[i] - mean);
        }
        double spread = Math.sqrt(squares / length);
        double deviation = spread == 0 ? 1 : spread + least; // a constant becomes 0, not NaN
        for (int i = first; i < first + length; i++) {
            samples[i] = (float) ((samples[i] - mean) / deviation);
        }
    }

    /** Where the highest sample is; the first, if several are. */
    static int highest(float[] samples) {
        int highest = 0;
        for (int i = 1; i < samples.length; i++) {
            highest = samples[i] > samples[highest] ? i : highest;
        }
        return highest;
    }

    /** A window counts if it rises above the threshold somewhere. */
    static boolean isLoud(float[] samples, int first, int length, double threshold) {
        for (int i = first; i < first + length; i++) {
            if (samples[i] > threshold) {
                return true;
            }
        }
        return false;
    }
}
