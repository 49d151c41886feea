package dev.vitrine.audio.synth;

/** Random numbers from a seed: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    Dice(long seed) {
        // Mixed, since from a multiple of the step a neighbour's numbers would be these, one draw later.
        state = mixed(seed);
    }

    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private double next() {
        state += GOLDEN_GAMMA;
        return (mixed(state) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * next();
    }

    /** Equal ratios are equally likely. */
    double ratio(double low, double high) {
        return low * StrictMath.pow(high / low, next());
    }

    int from(int least, int most) {
        return least + (int) (next() * (most - least + 1));
    }

    boolean chance(double probability) {
        return next() < probability;
    }

    /** A curve's points, each off by up to {@code share} of itself. */
    double[] around(double share, double... points) {
        double[] moved = points.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] *= between(1 - share, 1 + share);
        }
        return moved;
    }
}
