package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.dropout.Dropout.dropout;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/**
 * Sets values to zero at random while training, any shape; does nothing in use. See {@link
 * dev.vitrine.engine.op.dropout.Dropout}.
 *
 * <p>What is dropped follows from the network's seed, the layer's place in the network and the training step ({@link
 * Network#step}).
 */
public final class Dropout extends Module {
    private final double p;

    /**
     * A dropout layer.
     *
     * @param p the probability of being dropped, from 0 to 1
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public Dropout(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("dropout: p must be from 0 to 1, got " + p);
        }
        this.p = p;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return switch (mode()) {
            case TRAINING -> dropout(x, p, seed(), step());
            case EVALUATION -> x;
        };
    }

    /**
     * What this layer multiplies values of a shape with, in the step that ran last: 0 or 1 / (1 - p), and 1 in use.
     *
     * <p>So that a step can be repeated by a program that draws other random numbers.
     */
    public Tensor mask(Device device, Shape shape) {
        Buffer ones = device.allocate(shape.elements());
        ones.fill(1);
        return compute(Tensor.of(device, shape, ones));
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("p", p);
    }
}
