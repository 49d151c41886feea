package dev.vitrine.engine.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A number in which kernels can be fitted to a device. Any value gives the same sums but for the order of their terms,
 * and so but for rounding.
 */
public enum Knob {
    /** Floats that a work-item handles side by side: {@code V} in kernels. */
    WIDTH(1, 16, true),
    /** Work-items that share one reduction: {@code WGS} in kernels. */
    GROUP(1, 256, true),
    /** Neighbouring work-items along a row that form one work-group, where nothing is shared. */
    NEIGHBOURS(1, 256, true),
    /** Channels, or items of a batch, that a work-item keeps in registers at once. */
    CHANNELS(1, 32, false),
    /** Rows of an image that it does. */
    ROWS(1, 8, false),
    /** Terms that one partial sum takes. */
    CHUNK(16, 1 << 20, false);

    private final int least;
    private final int most;
    private final boolean powerOfTwo;

    Knob(int least, int most, boolean powerOfTwo) {
        this.least = least;
        this.most = most;
        this.powerOfTwo = powerOfTwo;
    }

    /** As it is written in files: {@code width}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for values that kernels can be compiled for. */
    public boolean takes(int value) {
        return value >= least && value <= most && (!powerOfTwo || Integer.bitCount(value) == 1);
    }

    /** What {@link #takes} takes, in words. */
    String range() {
        return (powerOfTwo ? "a power of two from " : "a number from ") + least + " to " + most;
    }

    static Optional<Knob> named(String word) {
        return Arrays.stream(values()).filter(knob -> knob.word().equals(word)).findFirst();
    }
}
