package dev.vitrine.audio.dsp;

/**
 * Puts a sound together from the spectra of overlapping frames (the inverse short-time Fourier transform).
 *
 * <pre>
 * y[n] = sum over t of  w[n - c_t] * frame_t[n - c_t]  /  sum over t of  w[n - c_t]²,   c_t = t * hop - size / 2
 * </pre>
 *
 * <p>Frames are weighted by a periodic Hann window w both ways and lie a quarter of their size apart.
 *
 * <p>Source: Griffin and Lim, "Signal estimation from modified short-time Fourier transform", IEEE ASSP 1984.
 */
public final class OverlapAdd {
    private static final int OVERLAP = 4;
    private static final double SMALLEST = 1e-8;

    private final int size;
    private final Fft fft;
    private final double[] window;
    private final double[] frame;
    private final double[] sum;
    private final double[] weight;

    /** A sound of {@code length} samples that is silent so far. */
    OverlapAdd(int size, int length) {
        this.size = size;
        this.fft = new Fft(size);
        this.window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
        this.frame = new double[size];
        this.sum = new double[length];
        this.weight = new double[length];
    }

    /** Changes the spectrum of a frame: bins 0 .. size / 2. */
    @FunctionalInterface
    public interface Change {
        void change(double[] re, double[] im);
    }

    /** A sound whose every frame of {@code size} samples has been changed. */
    public static float[] changed(float[] samples, int size, Change change) {
        OverlapAdd to = new OverlapAdd(size, samples.length);
        double[] re = new double[size / 2 + 1];
        double[] im = new double[size / 2 + 1];
        for (int t = 0; t < to.frames(samples.length); t++) {
            to.spectrum(samples, t, re, im);
            change.change(re, im);
            to.add(t, re, im);
        }
        return to.sound();
    }

    int hop() {
        return size / OVERLAP;
    }

    /** How many frames reach over all of a sound. */
    int frames(int length) {
        return 1 + (length + hop() - 1) / hop();
    }

    /** The spectrum of frame t, centred at t * hop; there is silence before and after the sound. */
    void spectrum(float[] samples, int t, double[] re, double[] im) {
        int first = t * hop() - size / 2;
        for (int i = 0; i < size; i++) {
            int at = first + i;
            frame[i] = at < 0 || at >= samples.length ? 0 : window[i] * samples[at];
        }
        fft.forward(frame, re, im);
    }

    /** Adds frame t. */
    void add(int t, double[] re, double[] im) {
        fft.inverse(re, im, frame);
        int first = t * hop() - size / 2;
        for (int i = Math.max(0, -first); i < Math.min(size, sum.length - first); i++) {
            sum[first + i] += window[i] * frame[i];
            weight[first + i] += window[i] * window[i];
        }
    }

    float[] sound() {
        float[] sound = new float[sum.length];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (weight[i] > SMALLEST ? sum[i] / weight[i] : 0);
        }
        return sound;
    }
}
