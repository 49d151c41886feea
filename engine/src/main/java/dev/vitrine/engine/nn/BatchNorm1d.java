package dev.vitrine.engine.nn;

import dev.vitrine.engine.op.norm.BatchNorm.Options;
import dev.vitrine.engine.tensor.Shape;

/** Batch normalisation of each channel over batch and length, x [N, C, L] or [N, C] to the same shape. */
public final class BatchNorm1d extends BatchNorm {
    /** Normalisation of {@code channels} channels with eps 1e-5 and momentum 0.1. */
    public BatchNorm1d(int channels) {
        this(channels, Options.DEFAULT);
    }

    /** Normalisation with other constants. */
    public BatchNorm1d(int channels, Options options) {
        super(channels, options);
    }

    @Override
    void requireAxes(Shape x) {
        if (x.rank() != 2 && x.rank() != 3) {
            throw new IllegalArgumentException("BatchNorm1d: x must be [N, C, L] or [N, C], got " + x);
        }
    }
}
