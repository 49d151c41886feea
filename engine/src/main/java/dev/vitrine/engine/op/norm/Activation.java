package dev.vitrine.engine.op.norm;

/** What is applied to a normalised value while it is at hand. */
public enum Activation {
    /** Nothing: the value itself. */
    NONE,
    /** Rectified linear unit: the value where it is above 0, else 0. */
    RELU
}
