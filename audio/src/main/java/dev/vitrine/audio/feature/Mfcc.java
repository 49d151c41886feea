package dev.vitrine.audio.feature;

import java.util.stream.IntStream;

/**
 * Mel-frequency cepstral coefficients: the orthonormal DCT-II of mel levels; librosa's {@code mfcc} with
 * {@code dct_type=2, norm="ortho"}.
 *
 * <pre>
 * c[k, t] = s[k] * sum over m of  L[m, t] * cos(pi * k * (2 m + 1) / (2 M)),   s[0] = sqrt(1 / M), s[k] = sqrt(2 / M)
 * c[k, t] = c[k, t] * (1 + lifter / 2 * sin(pi * (k + 1) / lifter))            where lifter > 0
 * </pre>
 *
 * <p><b>Shape</b>: [M, T] to [K, T].
 *
 * <p>Source: Davis and Mermelstein, "Comparison of Parametric Representations for Monosyllabic Word Recognition", IEEE
 * Trans. ASSP 1980.
 *
 * @param count {@code n_mfcc}, at least 1 and at most the number of mel bands
 * @param lifter weighs higher coefficients; 0, the default, for none
 */
public record Mfcc(int count, int lifter) {
    public Mfcc {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 coefficient, got " + count);
        }
        if (lifter < 0) {
            throw new IllegalArgumentException("lifter must be at least 0, got " + lifter);
        }
    }

    /** Coefficients without liftering. */
    public static Mfcc of(int count) {
        return new Mfcc(count, 0);
    }

    /**
     * The coefficients of mel levels in dB, [M][T].
     *
     * @throws IllegalArgumentException if there are fewer bands than coefficients
     */
    public double[][] of(double[][] levels) {
        FilterRow[] rows = rows(levels.length);
        double[][] values = new double[count][levels[0].length];
        IntStream.range(0, count).parallel().forEach(k -> {
            double[] weights = rows[k].weights();
            for (int m = 0; m < weights.length; m++) {
                add(weights[m], levels[m], values[k]);
            }
        });
        return values;
    }

    /** Alone, so that the compiler sees a plain loop and takes several frames at once. */
    private static void add(double weight, double[] levels, double[] sums) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += weight * levels[t];
        }
    }

    static void apply(FilterRow[] rows, double[] levels, double[] column) {
        for (int k = 0; k < rows.length; k++) {
            column[k] = rows[k].sum(levels);
        }
    }

    /** The transform for this many bands, [K][M]. */
    FilterRow[] rows(int bands) {
        if (count > bands) {
            throw new IllegalArgumentException(
                    count + " coefficients need as many mel bands, got " + bands + " mel bands");
        }
        FilterRow[] rows = new FilterRow[count];
        for (int k = 0; k < count; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            if (lifter > 0) {
                scale *= 1 + lifter / 2.0 * Math.sin(Math.PI * (k + 1) / lifter);
            }
            double[] weights = new double[bands];
            for (int m = 0; m < bands; m++) {
                weights[m] = scale * Math.cos(Math.PI * k * (2 * m + 1) / (2.0 * bands));
            }
            rows[k] = new FilterRow(0, weights);
        }
        return rows;
    }
}
