package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.tensor.Shape;

/**
 * The sizes of one pooling into bins, checked. A plane is one (n, c): rows along H, columns along W; where x is
 * [N, C, L], a plane is one row of L columns.
 */
record AdaptiveSizes(int n, int c, Bins rows, Bins columns) {

    static AdaptiveSizes of(String op, Shape x, int outputLength) {
        if (x.rank() != 3) {
            throw new IllegalArgumentException(op + ": x must be [N, C, L], got " + x);
        }
        requirePositive(op, "output length", outputLength);
        return new AdaptiveSizes(x.size(0), x.size(1), Bins.SINGLE, new Bins(x.size(2), outputLength));
    }

    static AdaptiveSizes of(String op, Shape x, int outputHeight, int outputWidth) {
        if (x.rank() != 4) {
            throw new IllegalArgumentException(op + ": x must be [N, C, H, W], got " + x);
        }
        requirePositive(op, "output height", outputHeight);
        requirePositive(op, "output width", outputWidth);
        return new AdaptiveSizes(
                x.size(0), x.size(1), new Bins(x.size(2), outputHeight), new Bins(x.size(3), outputWidth));
    }

    private static void requirePositive(String op, String what, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(op + ": " + what + " must be at least 1, got " + size);
        }
    }

    /** One (n, c) each: N * C. */
    int planes() {
        return n * c;
    }

    /** Where x[plane, i, j] lies. */
    int input(int plane, int i, int j) {
        return (plane * rows.length() + i) * columns.length() + j;
    }

    /** Where y[plane, h, w] lies. */
    int output(int plane, int h, int w) {
        return (plane * rows.count() + h) * columns.count() + w;
    }
}
