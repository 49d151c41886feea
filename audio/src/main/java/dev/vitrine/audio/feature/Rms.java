package dev.vitrine.audio.feature;

/**
 * The root of the mean square of a frame: librosa's {@code rms} with {@code frame_length} = fftSize N.
 *
 * <pre>
 * SAMPLES    rms[t] = sqrt(mean over n of  x[t * hop + n - offset]²)
 * SPECTRUM   rms[t] = sqrt(2 / N² * sum over f of  h[f] * |X[f, t]|²),   h = 1/2 at both ends, 1 between
 * </pre>
 *
 * The two are equal with a rectangular window; a Hann window takes away about 4 dB.
 *
 * @param from {@code rms(y=...)} or {@code rms(S=...)}
 */
public record Rms(From from) implements FrameFeature {
    /** What is measured. */
    public enum From {
        /** The samples, without a window. */
        SAMPLES,
        /** The spectrum, so the samples times the window. */
        SPECTRUM
    }

    @Override
    public double of(Frame frame) {
        return from == From.SAMPLES ? ofSamples(frame.samples(frame.padding())) : ofSpectrum(frame.power());
    }

    private static double ofSamples(float[] samples) {
        double even = 0;
        double odd = 0;
        for (int n = 0; n < samples.length; n += 2) {
            even += (double) samples[n] * samples[n];
            odd += (double) samples[n + 1] * samples[n + 1];
        }
        return Math.sqrt((even + odd) / samples.length);
    }

    private static double ofSpectrum(double[] power) {
        int last = power.length - 1;
        double sum = (power[0] + power[last]) / 2;
        for (int f = 1; f < last; f++) {
            sum += power[f];
        }
        double size = 2.0 * last;
        return Math.sqrt(2 * sum) / size;
    }
}
