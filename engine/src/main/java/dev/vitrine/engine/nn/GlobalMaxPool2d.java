package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.GlobalMaxPool.globalMaxPool2d;

import dev.vitrine.engine.tensor.Tensor;

/** The largest value along height and width, x [N, C, H, W] to [N, C]. */
public final class GlobalMaxPool2d extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return globalMaxPool2d(x);
    }
}
