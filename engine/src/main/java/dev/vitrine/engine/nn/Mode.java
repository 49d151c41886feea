package dev.vitrine.engine.nn;

/** How layers behave that differ between training and use (batch norm, dropout). */
public enum Mode {
    /** Batch statistics; running statistics are updated. Values are dropped. */
    TRAINING,
    /** Running statistics. Nothing is dropped. */
    EVALUATION
}
