package dev.vitrine.engine.train;

import dev.vitrine.engine.tensor.Shape;

/**
 * What one step learns from, on the host.
 *
 * @param inputs in row-major order of {@code inputShape}, as in [N, C, L]
 * @param targets in row-major order of {@code targetShape}, as in [N, 1]
 */
public record Batch(float[] inputs, Shape inputShape, float[] targets, Shape targetShape) {
    public Batch {
        if (inputs.length != inputShape.elements() || targets.length != targetShape.elements()) {
            throw new IllegalArgumentException("batch: inputs " + inputShape + " and targets " + targetShape + " want "
                    + inputShape.elements() + " and " + targetShape.elements() + " values, got " + inputs.length
                    + " and "
                    + targets.length);
        }
    }
}
