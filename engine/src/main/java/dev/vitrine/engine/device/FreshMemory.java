package dev.vitrine.engine.device;

/** What a new buffer holds before it is written. */
public enum FreshMemory {
    /** Whatever was there. */
    UNDEFINED,
    /** Not-a-number, so that an operation that leaves an element unwritten is found out. For tests. */
    POISONED
}
