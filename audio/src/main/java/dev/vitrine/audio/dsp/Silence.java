package dev.vitrine.audio.dsp;

import dev.vitrine.audio.io.Waveform;

/** Takes silence away from the ends of a sound, as librosa's {@code effects.trim} does. */
public final class Silence {
    private static final int HOP = 512;
    private static final int HOPS_PER_FRAME = 4;
    private static final double SMALLEST = 1e-5;

    private Silence() {}

    /**
     * From the first frame that is not silent to the last. Frames of 2048 samples lie 512 apart and are centred; one is
     * silent if its root mean square is {@code topDb} below the loudest one's, or more.
     *
     * @param topDb above 0; librosa's default is 60
     * @return the sound itself if all frames are equally loud, or if it is empty
     */
    public static Waveform trimmed(Waveform sound, double topDb) {
        if (!(topDb > 0)) {
            throw new IllegalArgumentException("topDb must be above 0, got " + topDb);
        }
        double[] levels = levels(sound.samples());
        double loudest = 0;
        for (double level : levels) {
            loudest = Math.max(loudest, level);
        }
        double threshold = Math.max(SMALLEST, loudest) * Math.pow(10, -topDb / 20);
        int first = 0;
        while (first < levels.length && Math.max(SMALLEST, levels[first]) <= threshold) {
            first++;
        }
        int last = levels.length - 1;
        while (last > first && Math.max(SMALLEST, levels[last]) <= threshold) {
            last--;
        }
        int end = Math.min(sound.samples().length, (last + 1) * HOP);
        return sound.window(Math.min(first * HOP, end), Math.max(0, end - first * HOP));
    }

    /** Root mean square of each frame, from the sums of its hops. */
    private static double[] levels(float[] samples) {
        double[] hops = new double[samples.length / HOP + 1 + HOPS_PER_FRAME];
        for (int i = 0; i < samples.length; i++) {
            hops[i / HOP + HOPS_PER_FRAME / 2] += (double) samples[i] * samples[i];
        }
        double[] levels = new double[samples.length / HOP + 1];
        for (int t = 0; t < levels.length; t++) {
            double sum = 0;
            for (int h = 0; h < HOPS_PER_FRAME; h++) {
                sum += hops[t + h];
            }
            levels[t] = Math.sqrt(sum / (HOP * HOPS_PER_FRAME));
        }
        return levels;
    }
}
