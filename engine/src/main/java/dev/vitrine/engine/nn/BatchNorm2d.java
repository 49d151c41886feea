package dev.vitrine.engine.nn;

import dev.vitrine.engine.op.norm.BatchNorm.Options;
import dev.vitrine.engine.tensor.Shape;

/** Batch normalisation of each channel over batch, height and width, x [N, C, H, W] to the same shape. */
public final class BatchNorm2d extends BatchNorm {
    /** Normalisation of {@code channels} channels with eps 1e-5 and momentum 0.1. */
    public BatchNorm2d(int channels) {
        this(channels, Options.DEFAULT);
    }

    /** Normalisation with other constants. */
    public BatchNorm2d(int channels, Options options) {
        super(channels, options);
    }

    @Override
    void requireAxes(Shape x) {
        if (x.rank() != 4) {
            throw new IllegalArgumentException("BatchNorm2d: x must be [N, C, H, W], got " + x);
        }
    }
}
