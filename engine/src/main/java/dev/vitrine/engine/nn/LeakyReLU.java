package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/** x where it is positive, else a small part of it, any shape; see {@link dev.vitrine.engine.op.elementwise.LeakyRelu}. */
public final class LeakyReLU extends Module {
    private final double negativeSlope;

    /** With PyTorch's slope of 0.01. */
    public LeakyReLU() {
        this(0.01);
    }

    /**
     * With another slope.
     *
     * @param negativeSlope the factor below 0
     */
    public LeakyReLU(double negativeSlope) {
        this.negativeSlope = negativeSlope;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return x.leakyRelu(negativeSlope);
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("negative_slope", negativeSlope);
    }
}
