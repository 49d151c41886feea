package dev.vitrine.engine.optim;

/** The learning rate as a function of the step. */
@FunctionalInterface
public interface Schedule {
    /** The learning rate of a step, counted from 0. */
    double at(long step);

    /** Always the same. */
    static Schedule constant(double rate) {
        return step -> rate;
    }

    /**
     * From {@code rate} to 0 along half a cosine: rate * (1 + cos(pi * step / steps)) / 2; from there on 0.
     *
     * <p>Source: Loshchilov and Hutter, "SGDR", ICLR 2017, equation 5, without restarts.
     *
     * @param steps until it is 0, at least 1
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    static Schedule cosine(double rate, long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("cosine schedule: steps must be at least 1, got " + steps);
        }
        return step -> rate * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(step, steps) / steps));
    }

    /**
     * The same schedule that begins softly: in the first {@code steps} steps times (step + 1) / steps.
     *
     * <p>Source: Goyal et al., "Accurate, large minibatch SGD: training ImageNet in 1 hour", 2017, section 2.2.
     *
     * @param steps until the whole rate is reached; 0 changes nothing
     * @throws IllegalArgumentException if {@code steps} is negative
     */
    default Schedule warmUp(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("warm-up: steps must not be negative, got " + steps);
        }
        return step -> step < steps ? at(step) * (step + 1) / steps : at(step);
    }
}
