package dev.vitrine.audio.feature;

/** Levels on a logarithmic scale. */
public final class Decibels {
    private static final double SMALLEST_POWER = 1e-10;

    private Decibels() {}

    /**
     * librosa's {@code power_to_db} with {@code ref=1.0, amin=1e-10}.
     *
     * <pre>
     * L[m, t] = max(10 log10(max(1e-10, p[m, t])), loudest L - range)
     * </pre>
     *
     * @param power [M][T]
     * @param range {@code top_db}, in dB; at least 0
     * @return levels in dB, [M][T]; {@code power} stays untouched
     */
    public static double[][] fromPower(double[][] power, double range) {
        if (!(range >= 0)) {
            throw new IllegalArgumentException("the range of levels must be at least 0 dB, got " + range);
        }
        double[][] levels = new double[power.length][];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < power.length; m++) {
            levels[m] = new double[power[m].length];
            for (int t = 0; t < power[m].length; t++) {
                levels[m][t] = 10 * Math.log10(Math.max(SMALLEST_POWER, power[m][t]));
                loudest = Math.max(loudest, levels[m][t]);
            }
        }
        for (double[] band : levels) {
            for (int t = 0; t < band.length; t++) {
                band[t] = Math.max(loudest - range, band[t]);
            }
        }
        return levels;
    }
}
