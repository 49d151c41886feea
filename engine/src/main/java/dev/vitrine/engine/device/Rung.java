package dev.vitrine.engine.device;

import java.util.Locale;

/**
 * How much the kernels make of a device: the rungs of the ladder from a textbook's kernel to a quick one, each with what
 * the ones before it have. All give the same sums within rounding; {@code docs/kernels.md} has what each gains.
 */
public enum Rung {
    /** One work-item computes one output. */
    NAIVE,
    /** One work-item keeps several channels in registers, so that what it loads serves them all. */
    REGISTERS,
    /** One work-item computes several neighbours at once, as wide as the device's vectors. */
    VECTORS,
    /** Batch normalisation and the rectifier behind it are one kernel. */
    FUSED;

    /** As it is written on a command line: {@code naive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
