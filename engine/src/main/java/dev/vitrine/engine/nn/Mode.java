package dev.vitrine.engine.nn;

/** How layers behave that differ between training and use (batch norm). */
public enum Mode {
    /** Batch statistics; running statistics are updated. */
    TRAINING,
    /** Running statistics. */
    EVALUATION
}
