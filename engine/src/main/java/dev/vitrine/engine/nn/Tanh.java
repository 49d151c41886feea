package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;

/** The hyperbolic tangent, any shape; see {@link dev.vitrine.engine.op.elementwise.Tanh}. */
public final class Tanh extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return x.tanh();
    }
}
