package dev.vitrine.engine.op;

/** What an operation applies to its result while that is at hand. */
public enum Activation {
    /** Nothing: the value itself. */
    NONE,
    /** Rectified linear unit: the value where it is above 0, else 0. */
    RELU;

    /** What is made of a value. Not-a-number stays what it is. */
    public double of(double value) {
        return this == RELU ? Math.max(value, 0) : value;
    }

    /**
     * What passes back of a gradient: a factor of 0 or 1. A processor cannot foresee the signs of values: to jump by them
     * would take longer than all else in a loop.
     *
     * @param value what it was applied to, or what it made of it: both say the same
     */
    public double gradient(double g, double value) {
        return this == RELU ? g * (value <= 0 ? 0 : 1) : g;
    }
}
