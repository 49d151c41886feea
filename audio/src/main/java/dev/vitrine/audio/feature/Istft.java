package dev.vitrine.audio.feature;

import dev.vitrine.audio.dsp.Fft;
import java.util.OptionalInt;

/**
 * The inverse of {@link Stft}: librosa's {@code istft}. Frames are transformed back, weighted with the window again and
 * added where they overlap; the sum is divided by that of the squared windows.
 *
 * <pre>
 * y[i] = sum over t of  w[i - t * hop] * x[t, i - t * hop] / sum over t of  w[i - t * hop]²
 * </pre>
 *
 * <p><b>Shape</b>: [F, T] to [(T - 1) * hop] for centred frames, to [fftSize + (T - 1) * hop] for others; or to the length
 * asked for.
 *
 * <p>Source: Griffin and Lim, "Signal Estimation from Modified Short-Time Fourier Transform", IEEE Trans. ASSP 1984.
 *
 * @param framing how the sound was cut
 * @param length samples that are wanted, {@code length}: cut off, or filled up with zeros
 */
public record Istft(Framing framing, OptionalInt length) {
    /** Below this librosa does not divide: the smallest normal float. */
    private static final double SMALLEST = Float.MIN_NORMAL;

    public Istft {
        if (length.isPresent() && length.getAsInt() < 1) {
            throw new IllegalArgumentException("length must be at least 1, got " + length.getAsInt());
        }
    }

    /** As many samples as the frames give. */
    public Istft(Framing framing) {
        this(framing, OptionalInt.empty());
    }

    /**
     * The samples of a spectrogram.
     *
     * @throws IllegalArgumentException if it has not as many frequencies as the frames
     */
    public float[] of(ComplexSpectrogram spectrogram) {
        if (spectrogram.re().length != framing.bins()) {
            throw new IllegalArgumentException("frames of " + framing.fftSize() + " have " + framing.bins()
                    + " frequencies, got " + spectrogram.re().length);
        }
        int frames = spectrogram.frames();
        double[] window = framing.window();
        double[] sum = new double[framing.fftSize() + (frames - 1) * framing.hop()];
        double[] weight = new double[sum.length];
        Fft fft = new Fft(framing.fftSize());
        double[] re = new double[framing.bins()];
        double[] im = new double[framing.bins()];
        double[] frame = new double[framing.fftSize()];
        for (int t = 0; t < frames; t++) {
            Columns.get(spectrogram.re(), t, re);
            Columns.get(spectrogram.im(), t, im);
            fft.inverse(re, im, frame);
            for (int n = 0; n < frame.length; n++) {
                sum[t * framing.hop() + n] += window[n] * frame[n];
                weight[t * framing.hop() + n] += window[n] * window[n];
            }
        }
        return samples(sum, weight);
    }

    private float[] samples(double[] sum, double[] weight) {
        int first = framing.margin();
        float[] samples = new float[length.orElse(sum.length - 2 * first)];
        for (int i = 0; i < samples.length && first + i < sum.length; i++) {
            double w = weight[first + i];
            samples[i] = (float) (w > SMALLEST ? sum[first + i] / w : sum[first + i]);
        }
        return samples;
    }
}
