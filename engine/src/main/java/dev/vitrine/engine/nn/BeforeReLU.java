package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;

/** A layer that can apply a ReLU which follows it while its result is at hand, to the same bits. */
interface BeforeReLU {
    /** This layer and the ReLU in one op, on this layer's behalf. */
    Tensor computeWithReLU(Tensor x);
}
