package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.adaptiveAvgPool1d;

import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/**
 * The means of a given number of bins, x [N, C, L] to [N, C, L']; see
 * {@link dev.vitrine.engine.op.pool.AdaptiveAvgPool}.
 */
public final class AdaptiveAvgPool1d extends Module {
    private final int outputLength;

    /** {@code outputLength} bins, whatever the length of x. */
    public AdaptiveAvgPool1d(int outputLength) {
        this.outputLength = outputLength;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return adaptiveAvgPool1d(x, outputLength);
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("output_size", outputLength);
    }
}
