package dev.vitrine.experiments.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why training broke off.
 *
 * @param message in words, with the step
 * @param fold counted from 1
 * @param gradients the norm of each parameter's gradient in the last step
 */
public record Failure(String message, int fold, Map<String, Double> gradients) {
    /** Copies the map. */
    public Failure {
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
    }
}
