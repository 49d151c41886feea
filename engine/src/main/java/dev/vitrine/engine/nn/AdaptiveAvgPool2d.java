package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.adaptiveAvgPool2d;

import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * The means of a given number of bins along both axes, x [N, C, H, W] to [N, C, H', W']; see
 * {@link dev.vitrine.engine.op.pool.AdaptiveAvgPool}.
 */
public final class AdaptiveAvgPool2d extends Module {
    private final int outputHeight;
    private final int outputWidth;

    /** {@code outputHeight} by {@code outputWidth} bins, whatever the size of x. */
    public AdaptiveAvgPool2d(int outputHeight, int outputWidth) {
        this.outputHeight = outputHeight;
        this.outputWidth = outputWidth;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return adaptiveAvgPool2d(x, outputHeight, outputWidth);
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("output_size", List.of(outputHeight, outputWidth));
    }
}
