package dev.vitrine.audio.dsp;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The discrete Fourier transform of real frames; hides the packed layout of the library. Not for several threads.
 *
 * <pre>
 * X[f] = sum over n of  x[n] * exp(-2 pi i f n / size),   f = 0 .. size / 2
 * </pre>
 */
public final class Fft {
    private final int size;
    private final DoubleFFT_1D transform;
    private final double[] packed;

    /**
     * A transform of frames of {@code size} samples.
     *
     * @param size even, at least 2
     */
    public Fft(int size) {
        if (size < 2 || size % 2 != 0) {
            throw new IllegalArgumentException("FFT size must be even and at least 2, got " + size);
        }
        this.size = size;
        this.transform = new DoubleFFT_1D(size);
        this.packed = new double[size];
    }

    /** The number of frequencies: size / 2 + 1, from 0 to half the sample rate. */
    public int bins() {
        return size / 2 + 1;
    }

    /** Writes |X[f]|² of the frame into {@code power}; the frame is used up. */
    public void power(double[] frame, double[] power) {
        transform.realForward(frame);
        power[0] = frame[0] * frame[0];
        power[size / 2] = frame[1] * frame[1];
        for (int f = 1; f < size / 2; f++) {
            double re = frame[2 * f];
            double im = frame[2 * f + 1];
            power[f] = re * re + im * im;
        }
    }

    /** Writes the real and imaginary parts of X[f]; the frame stays untouched. */
    public void forward(double[] frame, double[] re, double[] im) {
        System.arraycopy(frame, 0, packed, 0, size);
        transform.realForward(packed);
        for (int f = 1; f < size / 2; f++) {
            re[f] = packed[2 * f];
            im[f] = packed[2 * f + 1];
        }
        re[0] = packed[0];
        re[size / 2] = packed[1];
        im[0] = 0;
        im[size / 2] = 0;
    }

    /**
     * Writes the frame whose transform is X; the imaginary parts at 0 and at half the sample rate do not count, as a
     * real frame has none.
     */
    public void inverse(double[] re, double[] im, double[] frame) {
        for (int f = 1; f < size / 2; f++) {
            frame[2 * f] = re[f];
            frame[2 * f + 1] = im[f];
        }
        frame[0] = re[0];
        frame[1] = re[size / 2];
        transform.realInverse(frame, true);
    }
}
