package dev.vitrine.engine.op.dropout;

import dev.vitrine.engine.tensor.Rng;

/**
 * Which elements are dropped. Element i is dropped where the upper 24 bits of draw i of {@code Rng.of(seed, step)} are
 * below p * 2^24: a function of seed, step and i alone, and exact in whole numbers on every device.
 *
 * @param p the probability of being dropped, from 0 to 1
 * @param seed of this use of dropout
 * @param step changes the mask from one training step to the next
 */
record Mask(double p, long seed, long step) {
    private static final int BITS = 24;

    Mask {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("dropout: p must be from 0 to 1, got " + p);
        }
    }

    /** The generator whose draws decide, in the order of the elements. */
    Rng rng() {
        return Rng.of(seed, step);
    }

    /** A draw is dropped if its upper bits are below this. */
    int threshold() {
        return (int) Math.round(p * (1 << BITS));
    }

    /** True if the element that got this draw stays. */
    boolean keeps(long draw) {
        return (draw >>> (Long.SIZE - BITS)) >= threshold();
    }

    /** What elements that stay are multiplied by, so that the mean stays: 1 / (1 - p). */
    double scale() {
        return p == 1 ? 0 : 1 / (1 - p);
    }
}
