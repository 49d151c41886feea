package dev.vitrine.audio.fingerprint;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.io.Waveform;

/**
 * How alike the samples of a common stretch are: the largest magnitude of the normalised cross-correlation
 *
 * <pre>
 * sum over n of x[n] y[n + d]  /  root of (sum of x[n]²  ·  sum of y[n + d]²)
 * </pre>
 *
 * <p>over shifts d of up to 12 ms, for words do not say more precisely where a stretch begins. Two notes of one pitch have
 * words that are alike, and samples that are not.
 */
public final class Alignment {
    private static final int RATE = 8000;
    private static final int REACH = 96;

    private Alignment() {}

    /** 0 for sounds that have nothing to do with one another, 1 for the same sound at any loudness. */
    public static double correlation(Waveform first, Waveform second, SharedStretch stretch) {
        float[] x = from(first, stretch.firstAt());
        float[] y = from(second, stretch.secondAt());
        double best = 0;
        for (int d = -REACH; d <= REACH; d++) {
            double products = 0;
            double xs = 0;
            double ys = 0;
            int end = Math.min(x.length, y.length - d);
            for (int n = Math.max(0, -d); n < end; n++) {
                products += (double) x[n] * y[n + d];
                xs += (double) x[n] * x[n];
                ys += (double) y[n + d] * y[n + d];
            }
            best = xs > 0 && ys > 0 ? Math.max(best, Math.abs(products) / Math.sqrt(xs * ys)) : best;
        }
        return best;
    }

    private static float[] from(Waveform sound, double second) {
        Waveform part = sound.cut(Math.min(second, sound.seconds()), sound.seconds());
        return Resampler.resample(part, RATE).samples();
    }
}
