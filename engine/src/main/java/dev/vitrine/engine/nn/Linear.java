package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.linear.Linear.linear;

import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/** A fully connected layer with a bias, x [*, I] to [*, O]; see {@link dev.vitrine.engine.op.linear.Linear}. */
public final class Linear extends Module implements BeforeReLU {
    private final int inFeatures;
    private final int outFeatures;
    private final Parameter weight;
    private final Parameter bias;

    /**
     * A fully connected layer.
     *
     * @param inFeatures I
     * @param outFeatures O
     * @param init of the weight; the bias begins at zero
     */
    public Linear(int inFeatures, int outFeatures, Init init) {
        this.inFeatures = inFeatures;
        this.outFeatures = outFeatures;
        weight = parameter("weight", Shape.of(outFeatures, inFeatures), init);
        bias = parameter("bias", Shape.of(outFeatures), Init.constant(0));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return linear(x, weight.tensor(), bias.tensor());
    }

    @Override
    public Tensor computeWithReLU(Tensor x) {
        return atPlace(x, in -> linear(in, weight.tensor(), bias.tensor(), Activation.RELU));
    }

    @Override
    public long multiplyAdds(Shape in, Shape out) {
        return (long) out.elements() * inFeatures;
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("in_features", inFeatures, "out_features", outFeatures);
    }
}
