package dev.vitrine.experiments.tune;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What must come out, by the Java loops.
 *
 * @param arrays the values
 * @param terms for each array, of how many terms its longest sum is
 */
record Expected(List<double[]> arrays, List<Integer> terms) {
    Expected {
        arrays = List.copyOf(arrays);
        terms = List.copyOf(terms);
    }

    /** What is wrong with the arrays that came, one line; nothing where rounding explains all. */
    Optional<String> complaint(List<double[]> got) {
        for (int i = 0; i < arrays.size(); i++) {
            double[] right = arrays.get(i);
            double[] came = got.get(i);
            double allowed = 8 * Math.ulp(1f) * Math.sqrt(terms.get(i)) * largest(right);
            for (int j = 0; j < right.length; j++) {
                if (!(Math.abs(came[j] - right[j]) <= allowed)) {
                    return Optional.of(String.format(
                            Locale.ROOT, "gives %.7g at %d, where the Java loop gives %.7g", came[j], j, right[j]));
                }
            }
        }
        return Optional.empty();
    }

    /** As in the contract of operations, where a bound below a thousandth would ask for more than float32 has. */
    private static double largest(double[] values) {
        double largest = 1e-3;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
