package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.elementwise.Relu.relu;

import dev.vitrine.engine.tensor.Tensor;

/** max(x, 0), any shape. */
public final class ReLU extends Module {
    @Override
    protected Tensor compute(Tensor x) {
        return relu(x);
    }
}
