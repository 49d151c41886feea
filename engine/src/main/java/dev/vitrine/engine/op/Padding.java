package dev.vitrine.engine.op;

/**
 * What is added around the length axis before a window slides over it. Added values are zero for convolution.
 *
 * <p>{@link Same} gives an output of ceil(L / stride) and, where the padding is odd, puts one more on the right, as
 * TensorFlow does.
 */
public sealed interface Padding {
    /** No padding; the window stays inside. */
    Padding VALID = new Explicit(0, 0);

    /** As much as an output of ceil(L / stride) needs. */
    Padding SAME = new Same();

    /** {@code before} values on the left, {@code after} on the right. */
    static Padding of(int before, int after) {
        return new Explicit(before, after);
    }

    /** The number of values on each side, for a window of extent {@code extent} and stride over a length. */
    Explicit resolve(int length, int extent, int stride);

    /** A given number on each side, each at least 0. */
    record Explicit(int before, int after) implements Padding {
        public Explicit {
            if (before < 0 || after < 0) {
                throw new IllegalArgumentException("padding must not be negative, got " + before + " and " + after);
            }
        }

        @Override
        public Explicit resolve(int length, int extent, int stride) {
            return this;
        }

        @Override
        public String toString() {
            return "(" + before + ", " + after + ")";
        }
    }

    /** See {@link #SAME}. */
    record Same() implements Padding {
        @Override
        public Explicit resolve(int length, int extent, int stride) {
            int outputLength = (length + stride - 1) / stride;
            int total = Math.max(0, (outputLength - 1) * stride + extent - length);
            return new Explicit(total / 2, total - total / 2);
        }

        @Override
        public String toString() {
            return "same";
        }
    }
}
