package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool2d;

import dev.vitrine.engine.tensor.Tensor;

/** The mean over height and width, x [N, C, H, W] to [N, C]. */
public final class GlobalAvgPool2d extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return globalAvgPool2d(x);
    }
}
