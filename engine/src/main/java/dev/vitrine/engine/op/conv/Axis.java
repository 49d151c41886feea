package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.op.Window;

/**
 * A window that slides along one axis, with everything resolved to numbers.
 *
 * @param length of the input
 * @param outputLength of the output
 * @param k taps
 * @param before padding before the first value
 */
record Axis(int length, int outputLength, int k, int stride, int dilation, int before) {

    /**
     * The window on an axis.
     *
     * @param where begins the message
     * @throws IllegalArgumentException if the window is longer than the padded axis
     */
    static Axis of(String where, int length, Window window) {
        int outputLength;
        try {
            outputLength = window.outputLength(length);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
        return new Axis(
                length,
                outputLength,
                window.kernelSize(),
                window.stride(),
                window.dilation(),
                window.paddingFor(length).before());
    }

    /** Where tap {@code tap} of the output at 0 falls in the input; may be negative. */
    int firstInput(int tap) {
        return tap * dilation - before;
    }

    /** The first output position whose tap falls inside the input. */
    int firstOutput(int tap) {
        return Math.max(0, -Math.floorDiv(firstInput(tap), stride));
    }

    /** One past the last output position whose tap falls inside the input. */
    int endOutput(int tap) {
        return Math.min(outputLength, Math.floorDiv(length - 1 - firstInput(tap), stride) + 1);
    }
}
