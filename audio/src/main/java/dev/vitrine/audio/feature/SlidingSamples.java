package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;
import java.util.Arrays;

/**
 * The part of a sound that frames are being cut from: read as far as it is asked for, forgotten when frames have passed
 * by. Frames must be asked for in order.
 */
final class SlidingSamples {
    private static final int BLOCK = 1 << 14;

    private final SampleSource source;
    private float[] held;
    private int count;
    private long start;
    private long wanted;
    private boolean ended;

    SlidingSamples(SampleSource source) {
        this.source = source;
        this.held = new float[BLOCK];
    }

    SlidingSamples(Waveform whole) {
        this.source = (into, from, most) -> 0;
        this.held = whole.samples();
        this.count = held.length;
        this.ended = true;
    }

    /** Tells whether the sound has at least this many samples; reads no farther than needed. */
    boolean reaches(long length) {
        while (!ended && start + count < length) {
            makeRoom();
            int read = source.read(held, count, held.length - count);
            ended = read == 0;
            count += read;
        }
        return start + count >= length;
    }

    private void makeRoom() {
        int passed = (int) Math.min(count, wanted - start);
        if (passed >= held.length / 2) {
            System.arraycopy(held, passed, held, 0, count - passed);
            start += passed;
            count -= passed;
        } else if (count == held.length) {
            held = Arrays.copyOf(held, 2 * count);
        }
    }

    /** Copies samples from index {@code first}, which may lie before the sound or reach beyond it. */
    void copy(long first, Padding padding, float[] into) {
        // What is mirrored at the end lies at most one frame back.
        wanted = Math.max(wanted, first - into.length);
        boolean inside = reaches(first + into.length) && first >= 0;
        if (inside) {
            System.arraycopy(held, (int) (first - start), into, 0, into.length);
            return;
        }
        for (int n = 0; n < into.length; n++) {
            into[n] = at(first + n, padding);
        }
    }

    private float at(long i, Padding padding) {
        long length = start + count;
        if (i >= 0 && i < length) {
            return held[(int) (i - start)];
        }
        return switch (padding) {
            case NONE, ZEROS -> 0;
            case EDGE -> held[(int) ((i < 0 ? 0 : length - 1) - start)];
            case REFLECT -> held[(int) ((i < 0 ? -i : 2 * (length - 1) - i) - start)];
        };
    }

    /** The number of samples read so far; all of them once the end was met. */
    long length() {
        return start + count;
    }
}
