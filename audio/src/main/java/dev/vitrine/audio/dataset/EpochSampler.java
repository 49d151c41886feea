package dev.vitrine.audio.dataset;

import java.util.Arrays;

/**
 * Deals all items out in batches, in a new random order in every epoch. A batch depends on the seed and the step alone, so
 * any number of threads may ask for batches in any order.
 */
public final class EpochSampler {
    private final int count;
    private final int size;
    private final long seed;
    private volatile Epoch latest;

    /** The order of one epoch. */
    private record Epoch(long number, int[] order) {}

    /**
     * A sampler.
     *
     * @param count of the items
     * @param size of a batch; the last one of an epoch holds what is left
     */
    public EpochSampler(int count, int size, long seed) {
        if (count < 1 || size < 1) {
            throw new IllegalArgumentException(
                    "expected at least one item and batches of at least one, got " + count + " and " + size);
        }
        this.count = count;
        this.size = size;
        this.seed = seed;
        this.latest = epoch(0);
    }

    /** Batches of an epoch. */
    public int steps() {
        return (count + size - 1) / size;
    }

    /** Which items make the batch of a step, counted from 0. */
    public int[] batch(long step) {
        long number = step / steps();
        Epoch epoch = latest;
        if (epoch.number() != number) {
            epoch = epoch(number);
            latest = epoch;
        }
        int first = (int) (step % steps()) * size;
        return Arrays.copyOfRange(epoch.order(), first, Math.min(count, first + size));
    }

    private Epoch epoch(long number) {
        return new Epoch(number, order(count, Draw.of(seed, 0xE90C, number)));
    }

    /** 0 .. count-1 in random order (Fisher and Yates, inside out). */
    static int[] order(int count, Draw draw) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = draw.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
