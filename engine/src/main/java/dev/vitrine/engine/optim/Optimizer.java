package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import java.util.Map;

/** Changes parameters so that the loss falls. */
public sealed interface Optimizer permits Sgd, RMSprop, Adam, AdamW {
    /** Forgets all gradients; call it before each backward walk. */
    void zeroGrad();

    /**
     * Changes all parameters by one step.
     *
     * @param learningRate how large the step is: a finite number, at least 0
     * @throws IllegalArgumentException if the learning rate is none
     * @throws IllegalStateException naming a parameter that has no gradient
     */
    void step(double learningRate);

    /** The steps done so far. */
    long steps();

    /**
     * What the optimiser remembers from step to step, by name and path, for example {@code m.features.0.weight}; {@code
     * steps} says how often each parameter was updated.
     *
     * <p>To keep every bit, copy as {@code float} on an OpenCL device and as {@code double} on the Java device.
     */
    Map<String, Buffer> memory();

    /**
     * Goes on after {@code steps} steps; the values of {@link #memory()} have been written back before.
     *
     * @param steps that the memory comes from
     * @throws IllegalArgumentException if negative
     */
    void resumeAfter(long steps);
}
