package dev.vitrine.audio.dataset;

/** Random numbers that depend on nothing but what is asked: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
public final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** The sequence that belongs to these numbers. */
    public static Draw of(long... keys) {
        long state = 0;
        for (long key : keys) {
            state = mix(state + GOLDEN_GAMMA + key);
        }
        return new Draw(state);
    }

    /** In [0, 1). */
    public double next() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** In 0 .. bound-1. */
    public int below(int bound) {
        return (int) (next() * bound);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
