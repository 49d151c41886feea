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
    private final FilterRow[] filters;
    private final int bins;

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
        bins = fftSize / 2 + 1;
        filters = new FilterRow[bands.count()];
        for (int m = 0; m < filters.length; m++) {
            double low = bands.scale().hz(bottom + m * step);
            double center = bands.scale().hz(bottom + (m + 1) * step);
            double high = bands.scale().hz(bottom + (m + 2) * step);
            double height = bands.norm() == MelNorm.SLANEY ? 2 / (high - low) : 1;
            double[] weights = new double[bins];
            for (int f = 0; f < bins; f++) {
                double hz = (double) f * sampleRate / fftSize;
                double rising = (hz - low) / (center - low);
                double falling = (high - hz) / (high - center);
                weights[f] = height * Math.max(0, Math.min(rising, falling));
            }
            filters[m] = FilterRow.of(weights);
        }
    }

    /** The weights, [M][F]. */
    public double[][] weights() {
        double[][] weights = new double[filters.length][];
        for (int m = 0; m < weights.length; m++) {
            weights[m] = filters[m].dense(bins);
        }
        return weights;
    }

    /** Sums a spectrum in bands: [F][T] to [M][T]. */
    public double[][] apply(double[][] spectrum) {
        double[][] bands = new double[filters.length][spectrum[0].length];
        double[] column = new double[bins];
        double[] sums = new double[filters.length];
        for (int t = 0; t < spectrum[0].length; t++) {
            Columns.get(spectrum, t, column);
            apply(column, sums);
            Columns.put(sums, bands, t);
        }
        return bands;
    }

    /** Sums the spectrum of one frame in bands: [F] to [M]. */
    void apply(double[] spectrum, double[] bands) {
        for (int m = 0; m < filters.length; m++) {
            bands[m] = filters[m].sum(spectrum);
        }
    }

    /** Sums the spectra of four frames, [4][F], in the columns {@code t .. t + 3} of {@code bands}, [M][T]. */
    void applyToFour(double[][] spectra, double[][] bands, int t) {
        for (int m = 0; m < filters.length; m++) {
            filters[m].sumFour(spectra, bands[m], t);
        }
    }
}
