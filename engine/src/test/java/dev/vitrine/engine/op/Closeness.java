package dev.vitrine.engine.op;

/** How close two results must be. Rounding errors of float32 add up like a random walk. */
public final class Closeness {
    private Closeness() {}

    /**
     * Fails if any |got - expected| is more than 8 eps sqrt(terms) of the largest magnitude.
     *
     * @param terms the number of terms in the longest sum
     * @throws AssertionError naming what, the index, what was expected and what came
     */
    static void inFloat(String what, double[] expected, double[] got, int terms) {
        within(8 * Math.ulp(1f) * Math.sqrt(terms), what, expected, got);
    }

    /** Fails if any |got - expected| is more than 1e-9 of the largest magnitude. */
    static void inDouble(String what, double[] expected, double[] got) {
        within(1e-9, what, expected, got);
    }

    /** Fails if any |got - expected| is more than {@code relative} of the largest magnitude. */
    public static void within(double relative, String what, double[] expected, double[] got) {
        if (got.length != expected.length) {
            throw new AssertionError(what + " expected " + expected.length + " values, got " + got.length);
        }
        double largest = 1e-3;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        double allowed = relative * largest;
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(got[i] - expected[i]) <= allowed)) {
                throw new AssertionError(what + "[" + i + "] expected " + expected[i] + ", got " + got[i] + " (allowed "
                        + allowed + ")");
            }
        }
    }
}
