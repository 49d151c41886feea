package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool1d;

import dev.vitrine.engine.tensor.Tensor;

/** The mean over the length axis, x [N, C, L] to [N, C]. */
public final class GlobalAvgPool1d extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return globalAvgPool1d(x);
    }
}
