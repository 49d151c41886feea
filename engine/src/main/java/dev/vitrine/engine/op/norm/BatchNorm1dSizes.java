package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.tensor.Shape;

/** The axis sizes of one batch normalisation, checked; L is 1 where x has no length axis. */
record BatchNorm1dSizes(int n, int c, int length) {

    static BatchNorm1dSizes of(Shape x, Shape gamma, Shape beta, Shape running) {
        if (x.rank() != 2 && x.rank() != 3) {
            throw new IllegalArgumentException("batch_norm_1d: x must be [N, C, L] or [N, C], got " + x);
        }
        requirePerChannel("gamma", gamma, x);
        requirePerChannel("beta", beta, x);
        requirePerChannel("running statistics", running, x);
        return new BatchNorm1dSizes(x.size(0), x.size(1), x.rank() == 3 ? x.size(2) : 1);
    }

    private static void requirePerChannel(String what, Shape given, Shape x) {
        if (!given.equals(Shape.of(x.size(1)))) {
            throw new IllegalArgumentException(
                    "batch_norm_1d: " + what + " must be [" + x.size(1) + "] for x " + x + ", got " + given);
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
