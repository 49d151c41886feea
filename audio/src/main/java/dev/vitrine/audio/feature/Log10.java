package dev.vitrine.audio.feature;

/**
 * The decimal logarithm from a table: half of the time that {@link Math#log10} takes, and as exact, to the last digit or
 * two.
 *
 * <p>A number is {@code 2^e * m} with m from 1 to 2, and both stand in its bits. The first ten binary digits of m find the
 * next lower {@code c} with a logarithm in the table; what is left, {@code r = m / c - 1}, is below 1/1024, and four terms
 * of the series of {@code log(1 + r)} are enough.
 */
final class Log10 {
    private static final int DIGITS = 10;
    private static final int MANTISSA = 52;
    private static final int BIAS = 1023;
    private static final double[] INVERSE = new double[1 << DIGITS];
    private static final double[] LOGARITHM = new double[1 << DIGITS];
    private static final double LOG10_OF_2 = Math.log10(2);
    private static final double LOG10_OF_E = Math.log10(Math.E);

    static {
        for (int i = 0; i < INVERSE.length; i++) {
            double c = 1 + (double) i / INVERSE.length;
            INVERSE[i] = 1 / c;
            LOGARITHM[i] = Math.log(c);
        }
    }

    private Log10() {}

    static double of(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return Math.log10(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        int e = (int) (bits >>> MANTISSA) - BIAS;
        int i = (int) (bits >>> (MANTISSA - DIGITS)) & (INVERSE.length - 1);
        double m = Double.longBitsToDouble((bits & ((1L << MANTISSA) - 1)) | ((long) BIAS << MANTISSA));
        double r = m * INVERSE[i] - 1;
        double rest = r - r * r * (0.5 - r * (1.0 / 3 - r * 0.25));
        return e * LOG10_OF_2 + (LOGARITHM[i] + rest) * LOG10_OF_E;
    }
}
