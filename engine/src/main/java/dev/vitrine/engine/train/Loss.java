package dev.vitrine.engine.train;

import dev.vitrine.engine.tensor.Tensor;

/** How far a network's output is from the target: a scalar. */
@FunctionalInterface
public interface Loss {
    Tensor of(Tensor output, Tensor target);
}
