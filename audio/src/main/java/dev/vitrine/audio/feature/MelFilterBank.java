package dev.vitrine.audio.feature;

/**
 * Triangular filters whose centres are evenly spaced on the mel scale; librosa's {@code filters.mel}.
 *
 * <pre>
 * w[m, f] = height * max(0, min((f - low) / (center - low), (high - f) / (high - center)))
 * </pre>
 *
 * <p><b>Shape</b>: [M, F], M bands, F = fftSize / 2 + 1 frequencies.
 */
public final class MelFilterBank {
    private final double[][] weights;

    /**
     * The filters for spectra of {@code fftSize} at {@code sampleRate} Hz.
     *
     * @throws IllegalArgumentException if the bands begin above half the sample rate
     */
    public MelFilterBank(int sampleRate, int fftSize, MelBands bands) {
        double highest = Math.min(bands.highest(), sampleRate / 2.0);
        if (bands.lowest() >= highest) {
            throw new IllegalArgumentException("mel bands begin at " + bands.lowest()
                    + " Hz; expected less than half the sample rate, " + sampleRate / 2.0 + " Hz");
        }
        double bottom = bands.scale().mel(bands.lowest());
        double step = (bands.scale().mel(highest) - bottom) / (bands.count() + 1);
        weights = new double[bands.count()][fftSize / 2 + 1];
        for (int m = 0; m < weights.length; m++) {
            double low = bands.scale().hz(bottom + m * step);
            double center = bands.scale().hz(bottom + (m + 1) * step);
            double high = bands.scale().hz(bottom + (m + 2) * step);
            double height = bands.norm() == MelNorm.SLANEY ? 2 / (high - low) : 1;
            for (int f = 0; f < weights[m].length; f++) {
                double hz = (double) f * sampleRate / fftSize;
                double rising = (hz - low) / (center - low);
                double falling = (high - hz) / (high - center);
                weights[m][f] = height * Math.max(0, Math.min(rising, falling));
            }
        }
    }

    /** The weights, [M][F]. */
    public double[][] weights() {
        double[][] copy = new double[weights.length][];
        for (int m = 0; m < weights.length; m++) {
            copy[m] = weights[m].clone();
        }
        return copy;
    }

    /** Sums a spectrum in bands: [F][T] to [M][T]. */
    public double[][] apply(double[][] spectrum) {
        int frames = spectrum[0].length;
        double[][] bands = new double[weights.length][frames];
        for (int m = 0; m < weights.length; m++) {
            for (int f = 0; f < weights[m].length; f++) {
                double weight = weights[m][f];
                for (int t = 0; weight != 0 && t < frames; t++) {
                    bands[m][t] += weight * spectrum[f][t];
                }
            }
        }
        return bands;
    }
}
