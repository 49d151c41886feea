package dev.vitrine.engine.op.conv;

/** How many channels one work-item keeps in registers. */
final class ChannelBlock {
    private ChannelBlock() {}

    /** The smallest block that covers {@code channels} in as few blocks of at most {@code most} as possible. */
    static int fitting(int channels, int most) {
        int blocks = (channels + most - 1) / most;
        return (channels + blocks - 1) / blocks;
    }
}
