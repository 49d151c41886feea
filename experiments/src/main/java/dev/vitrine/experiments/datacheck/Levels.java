package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.io.Waveform;

/**
 * How loud a sound is, and what is wrong with its samples.
 *
 * @param peak the largest magnitude, 1 is full scale
 * @param rms root of the mean square
 * @param offset the mean
 * @param silentShare share of blocks of a fiftieth of a second whose root mean square, offset left out, is below -60 dB
 * @param clippedShare share of samples in runs of at least three that are all at the sound's own highest or lowest value
 * @param clippedRuns how many such runs there are
 * @param notFinite samples that are not a number, or infinite
 */
record Levels(
        double peak,
        double rms,
        double offset,
        double silentShare,
        double clippedShare,
        int clippedRuns,
        int notFinite) {
    private static final int BLOCKS_PER_SECOND = 50;
    private static final double SILENT_RMS = 1e-3;

    /** Three samples in a row at the same top are no accident if that happens so often. */
    private static final int RUN = 3;

    static Levels of(Waveform sound) {
        float[] x = sound.samples();
        double sum = 0;
        double squares = 0;
        float highest = 0;
        float lowest = 0;
        int notFinite = 0;
        for (float sample : x) {
            if (Float.isFinite(sample)) {
                sum += sample;
                squares += (double) sample * sample;
                highest = Math.max(highest, sample);
                lowest = Math.min(lowest, sample);
            } else {
                notFinite++;
            }
        }
        int count = Math.max(1, x.length - notFinite);
        double mean = sum / count;
        Runs runs = Runs.of(x, highest, lowest);
        return new Levels(
                Math.max(highest, -lowest),
                Math.sqrt(squares / count),
                mean,
                silentShare(x, mean, Math.max(1, sound.sampleRate() / BLOCKS_PER_SECOND)),
                (double) runs.samples() / Math.max(1, x.length),
                runs.count(),
                notFinite);
    }

    private static double silentShare(float[] x, double mean, int block) {
        int silent = 0;
        int blocks = 0;
        for (int first = 0; first < x.length; first += block) {
            int end = Math.min(x.length, first + block);
            double squares = 0;
            for (int i = first; i < end; i++) {
                squares += (x[i] - mean) * (x[i] - mean);
            }
            silent += Math.sqrt(squares / (end - first)) < SILENT_RMS ? 1 : 0;
            blocks++;
        }
        return blocks == 0 ? 1 : (double) silent / blocks;
    }

    /** Runs of samples at one of the two ends. */
    private record Runs(int count, int samples) {
        static Runs of(float[] x, float highest, float lowest) {
            int count = 0;
            int samples = 0;
            int begin = 0;
            for (int i = 1; i <= x.length; i++) {
                if (i == x.length || x[i] != x[begin]) {
                    boolean end = x[begin] == highest || x[begin] == lowest;
                    if (end && x[begin] != 0 && i - begin >= RUN) {
                        count++;
                        samples += i - begin;
                    }
                    begin = i;
                }
            }
            return new Runs(count, samples);
        }
    }
}
