package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.tensor.Shape;

/** The axis sizes of one batch normalisation, checked; L is all that follows the channels: 1 for [N, C], H * W for an image. */
record BatchNormSizes(int n, int c, int length) {

    static BatchNormSizes of(Shape x, Shape gamma, Shape beta, Shape running) {
        if (x.rank() < 2 || x.rank() > 4) {
            throw new IllegalArgumentException("batch_norm: x must be [N, C], [N, C, L] or [N, C, H, W], got " + x);
        }
        requirePerChannel("gamma", gamma, x);
        requirePerChannel("beta", beta, x);
        requirePerChannel("running statistics", running, x);
        return new BatchNormSizes(x.size(0), x.size(1), x.elements() / (x.size(0) * x.size(1)));
    }

    private static void requirePerChannel(String what, Shape given, Shape x) {
        if (!given.equals(Shape.of(x.size(1)))) {
            throw new IllegalArgumentException(
                    "batch_norm: " + what + " must be [" + x.size(1) + "] for x " + x + ", got " + given);
        }
    }

    /** Values of one channel: N * L. */
    int valuesPerChannel() {
        return n * length;
    }

    /** One (n, c) each: N * C. */
    int rows() {
        return n * c;
    }
}
