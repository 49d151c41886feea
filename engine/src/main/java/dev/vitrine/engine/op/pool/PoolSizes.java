package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;

/**
 * The sizes of one pooling over windows, checked. A plane is one (n, c): rows along H, columns along W; where x is
 * [N, C, L], a plane is one row of L columns.
 */
record PoolSizes(int n, int c, PoolAxis rows, PoolAxis columns) {

    static PoolSizes of(String op, Shape x, Window window) {
        if (x.rank() != 3) {
            throw new IllegalArgumentException(op + ": x must be [N, C, L], got " + x);
        }
        return new PoolSizes(x.size(0), x.size(1), PoolAxis.SINGLE, PoolAxis.of(op + ": x " + x, x.size(2), window));
    }

    static PoolSizes of(String op, Shape x, Window2d window) {
        if (x.rank() != 4) {
            throw new IllegalArgumentException(op + ": x must be [N, C, H, W], got " + x);
        }
        return new PoolSizes(
                x.size(0),
                x.size(1),
                PoolAxis.of(op + ": x " + x + " along H", x.size(2), window.height()),
                PoolAxis.of(op + ": x " + x + " along W", x.size(3), window.width()));
    }

    /** One (n, c) each: N * C. */
    int planes() {
        return n * c;
    }

    /** Taps of a window. */
    int taps() {
        return rows.kernelSize() * columns.kernelSize();
    }

    /** Where x[plane, i, j] lies. */
    int input(int plane, int i, int j) {
        return (plane * rows.length() + i) * columns.length() + j;
    }

    /** Where y[plane, h, w] lies. */
    int output(int plane, int h, int w) {
        return (plane * rows.outputLength() + h) * columns.outputLength() + w;
    }
}
