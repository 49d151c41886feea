package dev.vitrine.audio.feature;

/**
 * The window that a frame is multiplied with; periodic, as {@code scipy.signal.get_window(name, N, fftbins=True)}.
 *
 * <p>Source: Harris, "On the Use of Windows for Harmonic Analysis with the Discrete Fourier Transform", Proc. IEEE 1978.
 */
public enum Taper {
    /** 0.5 - 0.5 cos(2 pi n / N); librosa's default. */
    HANN(0.5, 0.5, 0),
    /** 0.54 - 0.46 cos(2 pi n / N). */
    HAMMING(0.54, 0.46, 0),
    /** 0.42 - 0.5 cos(2 pi n / N) + 0.08 cos(4 pi n / N). */
    BLACKMAN(0.42, 0.5, 0.08),
    /** 1. */
    RECTANGULAR(1, 0, 0);

    private final double constant;
    private final double once;
    private final double twice;

    Taper(double constant, double once, double twice) {
        this.constant = constant;
        this.once = once;
        this.twice = twice;
    }

    /** The window's values, {@code length} of them. */
    public double[] values(int length) {
        double[] values = new double[length];
        for (int n = 0; n < length; n++) {
            double turn = 2 * Math.PI * n / length;
            values[n] = constant - once * Math.cos(turn) + twice * Math.cos(2 * turn);
        }
        return values;
    }
}
