package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.norm.LayerNorm.DEFAULT_EPS;
import static dev.vitrine.engine.op.norm.LayerNorm.layerNorm;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;

/**
 * Layer normalisation over the last axes, any shape that ends so; see {@link dev.vitrine.engine.op.norm.LayerNorm}. Its
 * arrays have PyTorch's names: {@code weight} begins at 1, {@code bias} at 0.
 */
public final class LayerNorm extends Module {
    private final Shape normalized;
    private final double eps;
    private final Parameter weight;
    private final Parameter bias;

    /** Normalisation over the last axes, of the given shape, with eps 1e-5. */
    public LayerNorm(Shape normalized) {
        this(normalized, DEFAULT_EPS);
    }

    /** Normalisation with another eps. */
    public LayerNorm(Shape normalized, double eps) {
        this.normalized = normalized;
        this.eps = eps;
        weight = parameter("weight", normalized, Init.constant(1));
        bias = parameter("bias", normalized, Init.constant(0));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return layerNorm(x, weight.tensor(), bias.tensor(), eps);
    }

    @Override
    public Map<String, Object> options() {
        return Map.of(
                "normalized_shape", Arrays.stream(normalized.toArray()).boxed().toList(), "eps", eps);
    }
}
