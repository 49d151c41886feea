package dev.vitrine.engine.op;

/** What an operation applies to its result while that is at hand. */
public enum Activation {
    /** Nothing: the value itself. */
    NONE,
    /** Rectified linear unit: the value where it is above 0, else 0. */
    RELU;

    /** What is made of a value. Not-a-number stays what it is. */
    public double of(double value) {
        return this == RELU && value <= 0 ? 0 : value;
    }

    /**
     * What passes back of a gradient.
     *
     * @param value what it was applied to, or what it made of it: both say the same
     */
    public double gradient(double g, double value) {
        return this == RELU && value <= 0 ? 0 : g;
    }
}
