package dev.vitrine.audio.dataset;

/**
 * A clip whose samples have mean 0 and deviation 1. Each clip is scaled by itself alone, so nothing of one clip can leak
 * into another.
 */
final class Normalised {
    private Normalised() {}

    /** (x - mean) / deviation; followed by zeros if the clip is shorter than {@code least} samples. */
    static float[] samples(Clip clip, int least) {
        float[] x = clip.sound().samples();
        double sum = 0;
        for (float v : x) {
            sum += v;
        }
        double mean = sum / x.length;
        double squares = 0;
        for (float v : x) {
            squares += (v - mean) * (v - mean);
        }
        double deviation = Math.sqrt(squares / x.length);
        float[] z = new float[Math.max(least, x.length)];
        for (int i = 0; i < x.length; i++) {
            z[i] = (float) ((x[i] - mean) / deviation);
        }
        return z;
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
