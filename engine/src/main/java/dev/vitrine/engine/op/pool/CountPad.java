package dev.vitrine.engine.op.pool;

/** What the sum of a window is divided by; PyTorch's {@code count_include_pad}. */
public enum CountPad {
    /** By the number of taps: the zeros of the padding are averaged too. PyTorch's default. */
    INCLUDE,
    /** By the number of values inside the input. */
    EXCLUDE
}
