package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;
import java.util.Arrays;

/** A clip as one row of numbers, for a linear model. */
public final class ClipStatistics {
    /**
     * One row of a feature over time.
     *
     * @param mean the mean
     * @param std the standard deviation, of the whole (divided by T)
     * @param max the largest
     */
    public record Row(double mean, double std, double max) {
        /** The statistics of a row, [T]. */
        public static Row of(double[] values) {
            double mean = Arrays.stream(values).average().orElseThrow();
            double square = Arrays.stream(values)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            return new Row(mean, Math.sqrt(square), Arrays.stream(values).max().orElseThrow());
        }
    }

    private static final LogMel LOG_MEL = new LogMel(512, 256, 40);

    private ClipStatistics() {}

    /**
     * Mean, standard deviation and maximum over time of each of 40 log-mel bands, after the clip's level has been taken
     * out (peak 1).
     *
     * @return 120 numbers: 40 means, 40 deviations, 40 maxima, in dB
     */
    public static double[] logMelStatistics(Waveform sound) {
        return statistics(LOG_MEL.of(normalised(sound)));
    }

    /**
     * The same with the level left in: where recordings were not made equally loud, how loud one is tells something of what
     * it is.
     *
     * @return 120 numbers: 40 means, 40 deviations, 40 maxima, in dB
     */
    public static double[] logMelStatisticsAtItsLevel(Waveform sound) {
        return statistics(LOG_MEL.of(sound));
    }

    private static double[] statistics(double[][] levels) {
        int bands = levels.length;
        double[] row = new double[3 * bands];
        for (int band = 0; band < bands; band++) {
            Row statistics = Row.of(levels[band]);
            row[band] = statistics.mean();
            row[bands + band] = statistics.std();
            row[2 * bands + band] = statistics.max();
        }
        return row;
    }

    private static Waveform normalised(Waveform sound) {
        float peak = Math.max(1e-9f, sound.peak());
        float[] samples = sound.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] /= peak;
        }
        return new Waveform(samples, sound.sampleRate());
    }
}
