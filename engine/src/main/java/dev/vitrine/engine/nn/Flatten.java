package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;

/** All axes after the batch as one, x [N, *] to [N, product of *]; see {@link dev.vitrine.engine.op.view.Reshape}. */
public final class Flatten extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return x.flatten(1);
    }
}
