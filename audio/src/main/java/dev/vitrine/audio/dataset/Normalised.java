package dev.vitrine.audio.dataset;

import java.util.List;

/**
 * Samples brought to mean 0 and deviation 1, scaled as they are read, so that no copy of the sound is kept; followed by
 * zeros up to {@code length}.
 */
record Normalised(float[] samples, int length, double mean, double deviation) {
    /** Keeps a silent window finite: far below the deviation of anything to be heard. */
    private static final double LEAST_DEVIATION = 1e-3;

    /** A clip scaled by itself; followed by zeros if it is shorter than {@code least} samples. */
    static Normalised clip(Clip clip, int least) {
        return of(clip.sound().samples(), least);
    }

    /** Clips joined to one vector and scaled together; followed by zeros up to {@code least} samples. */
    static Normalised joined(List<Clip> clips, int least) {
        int length = clips.stream().mapToInt(c -> c.sound().samples().length).sum();
        float[] all = new float[length];
        int at = 0;
        for (Clip clip : clips) {
            float[] x = clip.sound().samples();
            System.arraycopy(x, 0, all, at, x.length);
            at += x.length;
        }
        return of(all, least);
    }

    private static Normalised of(float[] x, int least) {
        double mean = mean(x, 0, x.length);
        double spread = spread(x, 0, x.length, mean);
        return new Normalised(x, Math.max(least, x.length), mean, spread == 0 ? 1 : spread);
    }

    private static double mean(float[] x, int first, int length) {
        double sum = 0;
        for (int i = first; i < first + length; i++) {
            sum += x[i];
        }
        return sum / length;
    }

    private static double spread(float[] x, int first, int length, double mean) {
        double squares = 0;
        for (int i = first; i < first + length; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return Math.sqrt(squares / length);
    }

    /** One scaled sample. */
    float at(int i) {
        return i < samples.length ? (float) ((samples[i] - mean) / deviation) : 0;
    }

    /** Copies {@code count} scaled samples. */
    void copy(int first, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = at(first + i);
        }
    }

    /** Where the highest sample is; the first, if several are. */
    int highest() {
        int highest = 0;
        for (int i = 1; i < samples.length; i++) {
            highest = samples[i] > samples[highest] ? i : highest;
        }
        return highest;
    }

    /** A window counts if it rises above the threshold somewhere. */
    boolean isLoud(int first, int count, double threshold) {
        for (int i = first; i < first + count; i++) {
            if (at(i) > threshold) {
                return true;
            }
        }
        return false;
    }

    /** Scales a window in place, by itself. */
    static void window(float[] samples, int first, int length) {
        double mean = mean(samples, first, length);
        double spread = spread(samples, first, length, mean);
        double deviation = spread == 0 ? 1 : spread + LEAST_DEVIATION; // a constant becomes 0, not NaN
        for (int i = first; i < first + length; i++) {
            samples[i] = (float) ((samples[i] - mean) / deviation);
        }
    }
}
