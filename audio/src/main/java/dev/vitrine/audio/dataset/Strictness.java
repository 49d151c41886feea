package dev.vitrine.audio.dataset;

/** What to do with a file that cannot be used. */
public enum Strictness {
    /** Name it, and go on with the rest. */
    LENIENT,
    /** Stop. */
    STRICT
}
