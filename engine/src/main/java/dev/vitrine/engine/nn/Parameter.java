package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** One array that a module owns. It has a shape and a rule for its first values, and a tensor once it is on a device. */
public final class Parameter {
    /** What an array is for. */
    public enum Role {
        /** Changed by the optimiser. */
        TRAINED,
        /** Kept by the module itself, as the running mean of batch norm (PyTorch calls these buffers). */
        STATISTIC
    }

    private final Shape shape;
    private final Role role;
    private final Init init;
    private @Nullable Tensor tensor;

    Parameter(Shape shape, Role role, Init init) {
        this.shape = shape;
        this.role = role;
        this.init = init;
    }

    public Shape shape() {
        return shape;
    }

    public Role role() {
        return role;
    }

    double[] firstValues(Rng rng) {
        return init.values(shape, rng);
    }

    void place(Tensor onDevice) {
        tensor = onDevice;
    }

    /**
     * The values on the device.
     *
     * @throws IllegalStateException if the module is not yet part of a {@link Network}
     */
    public Tensor tensor() {
        if (tensor == null) {
            throw new IllegalStateException(
                    "parameter of shape " + shape + " is on no device yet: make a Network of the module first");
        }
        return tensor;
    }
}
