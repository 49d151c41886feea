package dev.vitrine.audio.feature;

/**
 * Triangular filters whose centres are evenly spaced on the mel scale; librosa's {@code filters.mel} with its defaults
 * (Slaney's scale, Slaney's norm: each triangle has area 1 in Hz).
 *
 * <p>Source: Slaney, "Auditory Toolbox", Interval Research 1998.
 */
final class MelFilterBank {
    private static final double LINEAR_STEP = 200.0 / 3;
    private static final double LOG_FROM_HZ = 1000;
    private static final double LOG_FROM_MEL = LOG_FROM_HZ / LINEAR_STEP;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final double[][] weights;

    MelFilterBank(int sampleRate, int fftSize, int bands) {
        weights = new double[bands][fftSize / 2 + 1];
        double top = mel(sampleRate / 2.0);
        for (int band = 0; band < bands; band++) {
            double low = hz(top * band / (bands + 1));
            double center = hz(top * (band + 1) / (bands + 1));
            double high = hz(top * (band + 2) / (bands + 1));
            for (int f = 0; f < weights[band].length; f++) {
                double frequency = (double) f * sampleRate / fftSize;
                double rising = (frequency - low) / (center - low);
                double falling = (high - frequency) / (high - center);
                weights[band][f] = Math.max(0, Math.min(rising, falling)) * 2 / (high - low);
            }
        }
    }

    double[][] weights() {
        return weights;
    }

    static double mel(double hz) {
        return hz < LOG_FROM_HZ ? hz / LINEAR_STEP : LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP;
    }

    static double hz(double mel) {
        return mel < LOG_FROM_MEL ? mel * LINEAR_STEP : LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL));
    }
}
