package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.GlobalMaxPool.globalMaxPool1d;

import dev.vitrine.engine.tensor.Tensor;

/** The largest value along the length axis, x [N, C, L] to [N, C]. */
public final class GlobalMaxPool1d extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return globalMaxPool1d(x);
    }
}
