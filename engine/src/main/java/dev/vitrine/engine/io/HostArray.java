package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;

/**
 * An array off the device.
 *
 * @param shape its axes
 * @param values in row-major order
 */
public record HostArray(Shape shape, double[] values) {
    public HostArray {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(
                    "array of shape " + shape + " wants " + shape.elements() + " values, got " + values.length);
        }
    }
}
