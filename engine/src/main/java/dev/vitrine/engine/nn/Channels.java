package dev.vitrine.engine.nn;

/**
 * How many channels a convolution reads and writes.
 *
 * @param in input channels C
 * @param out output channels O
 * @param groups parts of equal size that are convolved apart; 1 convolves all with all
 */
public record Channels(int in, int out, int groups) {
    public Channels {
        requirePositive("input channels", in);
        requirePositive("output channels", out);
        requirePositive("groups", groups);
        requireDivisible("input channels", in, groups);
        requireDivisible("output channels", out, groups);
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, got " + value);
        }
    }

    private static void requireDivisible(String what, int count, int groups) {
        if (count % groups != 0) {
            throw new IllegalArgumentException(
                    count + " " + what + " cannot be divided into " + groups + " groups of equal size");
        }
    }

    /** All input channels with all output channels. */
    public static Channels of(int in, int out) {
        return new Channels(in, out, 1);
    }

    /** Each input channel by itself, {@code multiplier} outputs for each (depthwise). */
    public static Channels depthwise(int in, int multiplier) {
        return new Channels(in, in * multiplier, in);
    }

    /** The same channels in groups. */
    public Channels groups(int newGroups) {
        return new Channels(in, out, newGroups);
    }

    /** Input channels of one group: what one output channel sees. */
    int inOfGroup() {
        return in / groups;
    }
}
