package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;

/** 1 / (1 + exp(-x)), any shape; see {@link dev.vitrine.engine.op.elementwise.Sigmoid}. */
public final class Sigmoid extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return x.sigmoid();
    }
}
