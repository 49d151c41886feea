package dev.vitrine.experiments.doctor;

import java.util.Map;

/**
 * How far a device's numbers are from the right ones.
 *
 * @param part where the difference is largest, such as {@code gradient of the weight}
 * @param worst the largest difference, in terms of the largest value of its part; not-a-number if the device gave that
 * @param allowed what rounding explains
 */
public record Comparison(String part, double worst, double allowed) {
    /** Rounding errors of a sum add up like a random walk; 8 leaves room for the order of the sum. */
    static double allowed(double unitInTheLastPlace, int terms) {
        return 8 * unitInTheLastPlace * Math.sqrt(terms);
    }

    static Comparison of(Map<String, double[]> expected, Map<String, double[]> got, double allowed) {
        Comparison worst = new Comparison("output", 0, allowed);
        for (Map.Entry<String, double[]> part : expected.entrySet()) {
            double difference = difference(part.getValue(), got.getOrDefault(part.getKey(), new double[0]));
            worst = worst.orWorse(new Comparison(part.getKey(), difference, allowed));
        }
        return worst;
    }

    /** Math.max keeps a not-a-number that it meets. */
    private static double difference(double[] expected, double[] got) {
        if (got.length != expected.length) {
            return Double.NaN;
        }
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            worst = Math.max(worst, Math.abs(got[i] - expected[i]));
        }
        return worst / largest;
    }

    Comparison orWorse(Comparison other) {
        return other.worst <= worst || Double.isNaN(worst) ? this : other;
    }

    boolean isClose() {
        return worst <= allowed;
    }
}
