package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.feature.ClipStatistics;
import dev.vitrine.audio.feature.LogMel;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.model.AudiosetNet;

/**
 * Ten seconds of a sound as mel bands in decibels, in frames that last a twentieth of a second: bird song and the like are
 * faster than the seconds of the embeddings. What is longer is cut, what is shorter is said again until the time is over, so
 * that no silence is added that would tell the short clips from the long ones.
 */
final class MelFrames {
    /** L: from the first sample to the last in steps of 50 ms. */
    static final int FRAMES = 1 + AudiosetNet.SECONDS * 20;

    private static final int RATE = 16_000;
    private static final int LENGTH = AudiosetNet.SECONDS * RATE;
    private static final LogMel BANDS = new LogMel(1024, RATE / 20, AudiosetNet.CHANNELS);

    private MelFrames() {}

    /**
     * The bands, [128, L].
     *
     * @throws IllegalArgumentException if the sound has no sample
     */
    static float[] of(Waveform sound) {
        double[][] rows = BANDS.of(tenSeconds(sound));
        float[] flat = new float[rows.length * FRAMES];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / FRAMES][i % FRAMES];
        }
        return flat;
    }

    /** Mean of each band over time, then deviation of each: as of the embeddings. */
    static double[] summary(Waveform sound) {
        double[][] rows = BANDS.of(tenSeconds(sound));
        double[] summary = new double[2 * rows.length];
        for (int band = 0; band < rows.length; band++) {
            ClipStatistics.Row row = ClipStatistics.Row.of(rows[band]);
            summary[band] = row.mean();
            summary[rows.length + band] = row.std();
        }
        return summary;
    }

    private static Waveform tenSeconds(Waveform sound) {
        float[] samples = Resampler.resample(sound, RATE).samples();
        if (samples.length == 0) {
            throw new IllegalArgumentException("it is empty; expected at least one sample");
        }
        float[] filled = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            filled[i] = samples[i % samples.length];
        }
        return new Waveform(filled, RATE);
    }
}
