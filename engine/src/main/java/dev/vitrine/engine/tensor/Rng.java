package dev.vitrine.engine.tensor;

/**
 * Random numbers that are the same on every machine and every Java version: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014, figure 16).
 *
 * <p>Its whole state is one number, so that a checkpoint can store it and a resumed run draws what the uninterrupted
 * one would have drawn.
 */
public final class Rng {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    /** A generator that starts at {@code seed}; equal seeds give equal sequences. */
    public Rng(long seed) {
        this.state = seed;
    }

    /** A generator for one named purpose (a layer, a step), independent of the others drawn from the same seed. */
    public static Rng of(long seed, long stream) {
        return new Rng(mix(seed + GOLDEN_GAMMA * (stream + 1)));
    }

    /** The state; {@code new Rng(state)} goes on from here. */
    public long state() {
        return state;
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number in [0, 1), all multiples of 2^-53 equally likely. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A number in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** A number of the standard normal distribution (Box and Muller, 1958). */
    public double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /**
     * An integer in [0, bound).
     *
     * @throws IllegalArgumentException if {@code bound} is below 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("nextInt: bound must be at least 1, got " + bound);
        }
        return (int) (nextDouble() * bound);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
