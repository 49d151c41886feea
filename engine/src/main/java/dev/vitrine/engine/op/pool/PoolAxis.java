package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;

/** How windows slide along one axis, checked: output position o sees o * stride + tap * dilation - before. */
record PoolAxis(int length, int outputLength, int kernelSize, int stride, int dilation, int before) {
    /** The axis that a row has not: one position, seen by one tap. */
    static final PoolAxis SINGLE = new PoolAxis(1, 1, 1, 1, 1, 0);

    /**
     * The axis of a window over {@code length} positions.
     *
     * @throws IllegalArgumentException beginning with {@code where}, if a window could lie in the padding alone, or is
     *     longer than the padded input
     */
    static PoolAxis of(String where, int length, Window window) {
        Padding.Explicit padding = window.paddingFor(length);
        int half = window.extent() / 2;
        if (padding.before() > half || padding.after() > half) {
            throw new IllegalArgumentException(where + ": padding " + padding
                    + " is more than half of a window that extends over " + window.extent() + "; give at most " + half
                    + " on each side");
        }
        return new PoolAxis(
                length,
                outputLength(where, length, window),
                window.kernelSize(),
                window.stride(),
                window.dilation(),
                padding.before());
    }

    private static int outputLength(String where, int length, Window window) {
        try {
            return window.outputLength(length);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    /** Where a tap of the window at output position {@code o} falls in the input; may be outside. */
    int input(int o, int tap) {
        return o * stride + tap * dilation - before;
    }

    /** Whether there is an input position {@code i}. */
    boolean has(int i) {
        return i >= 0 && i < length;
    }

    /** How many taps of the window at output position {@code o} fall inside the input. */
    int valuesInside(int o) {
        int inside = 0;
        for (int tap = 0; tap < kernelSize; tap++) {
            inside += has(input(o, tap)) ? 1 : 0;
        }
        return inside;
    }
}
