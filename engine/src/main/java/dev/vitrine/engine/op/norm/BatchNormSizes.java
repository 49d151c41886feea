package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.tensor.Shape;

/**
 * The axis sizes of one batch normalisation, checked. A plane is one (n, c): H rows of W values. Where nothing is pooled,
 * all that follows the channels counts as one row: 1 for [N, C], L for [N, C, L], H * W for an image.
 */
record BatchNormSizes(int n, int c, int height, int width, Tiles pool) {

    static BatchNormSizes of(Shape x, Shape gamma, Shape beta, Shape running, Tiles pool) {
        if (x.rank() < 2 || x.rank() > 4) {
            throw new IllegalArgumentException("batch_norm: x must be [N, C], [N, C, L] or [N, C, H, W], got " + x);
        }
        requirePerChannel("gamma", gamma, x);
        requirePerChannel("beta", beta, x);
        requirePerChannel("running statistics", running, x);
        if (pool.equals(Tiles.SINGLE)) {
            return new BatchNormSizes(x.size(0), x.size(1), 1, x.elements() / (x.size(0) * x.size(1)), pool);
        }
        int height = x.rank() < 4 ? 1 : x.size(2);
        int width = x.rank() < 3 ? 1 : x.size(x.rank() - 1);
        if (pool.height() > height || pool.width() > width) {
            throw new IllegalArgumentException("batch_norm: tiles of " + pool.height() + " x " + pool.width()
                    + " are larger than " + height + " x " + width + ", which is what x " + x + " has in a channel");
        }
        return new BatchNormSizes(x.size(0), x.size(1), height, width, pool);
    }

    private static void requirePerChannel(String what, Shape given, Shape x) {
        if (!given.equals(Shape.of(x.size(1)))) {
            throw new IllegalArgumentException(
                    "batch_norm: " + what + " must be [" + x.size(1) + "] for x " + x + ", got " + given);
        }
    }

    /** Values of one plane. */
    int length() {
        return height * width;
    }

    /** Values of one channel: N * L. */
    int valuesPerChannel() {
        return n * length();
    }

    /** One (n, c) each: N * C. */
    int planes() {
        return n * c;
    }

    /** Rows of y: H / tile height. */
    int outputHeight() {
        return height / pool.height();
    }

    /** Columns of y: W / tile width. */
    int outputWidth() {
        return width / pool.width();
    }

    /** Where x[plane, i, j] lies. */
    int input(int plane, int i, int j) {
        return (plane * height + i) * width + j;
    }

    /** Where y[plane, h, w] lies. */
    int output(int plane, int h, int w) {
        return (plane * outputHeight() + h) * outputWidth() + w;
    }

    /** The shape of y for x. */
    Shape output(Shape x) {
        int[] sizes = x.toArray();
        if (!pool.equals(Tiles.SINGLE)) {
            sizes[sizes.length - 1] = outputWidth();
            if (sizes.length == 4) {
                sizes[2] = outputHeight();
            }
        }
        return Shape.of(sizes);
    }
}
