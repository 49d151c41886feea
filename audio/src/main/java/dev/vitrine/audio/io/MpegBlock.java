package dev.vitrine.audio.io;

import java.util.Arrays;
import javazoom.jl.decoder.Obuffer;

/** Takes what JLayer has decoded, before it would be rounded to 16 bits. */
final class MpegBlock extends Obuffer {
    /** The number that JLayer multiplies with. */
    private static final float FULL_SCALE = 32700;

    private static final int MOST_SAMPLES = 1152;

    private final float[][] samples = new float[2][MOST_SAMPLES];
    private final int[] filled = new int[2];
    private int channels;

    /** Forgets what it holds. */
    void begin(int channelCount) {
        channels = channelCount;
        Arrays.fill(filled, 0);
    }

    /** Samples of each channel. */
    int length() {
        return filled[0];
    }

    float[] interleaved() {
        float[] all = new float[length() * channels];
        for (int i = 0; i < all.length; i++) {
            all[i] = samples[i % channels][i / channels] / FULL_SCALE;
        }
        return all;
    }

    @Override
    public void appendSamples(int channel, float[] block) {
        System.arraycopy(block, 0, samples[channel], filled[channel], block.length);
        filled[channel] += block.length;
    }

    @Override
    public void append(int channel, short value) {
        samples[channel][filled[channel]++] = value;
    }

    @Override
    public void write_buffer(int unused) {}

    @Override
    public void close() {}

    @Override
    public void clear_buffer() {}

    @Override
    public void set_stop_flag() {}
}
