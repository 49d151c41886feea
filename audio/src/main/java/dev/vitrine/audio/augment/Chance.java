package dev.vitrine.audio.augment;

import java.util.SplittableRandom;

/** Random numbers from a seed; the same bits on every machine. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    double from(Range range) {
        return range.low() + (range.high() - range.low()) * random.nextDouble();
    }

    /** In 0 .. bound-1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long seed() {
        return random.nextLong();
    }

    /** Normal with mean 0 and deviation 1, by Box and Muller. */
    double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** The share that Beta(alpha, alpha) gives, from two numbers of Gamma(alpha). */
    double beta(double alpha) {
        double first = gamma(alpha);
        double second = gamma(alpha);
        return first + second == 0 ? 0.5 : first / (first + second);
    }

    /**
     * Gamma with shape {@code alpha} and scale 1. Source: Marsaglia and Tsang, "A simple method for generating gamma
     * variables", 2000.
     */
    private double gamma(double alpha) {
        if (alpha < 1) {
            return gamma(alpha + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / alpha);
        }
        double d = alpha - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
