package dev.vitrine.engine.nn;

/** Whether a layer adds a trained number to each output channel. */
public enum Bias {
    /** Added; begins at zero. */
    TRAINED,
    /** Left out, as before a batch normalisation, which would take it away again. */
    NONE
}
