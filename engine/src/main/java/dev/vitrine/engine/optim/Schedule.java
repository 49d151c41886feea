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
     * From {@code rate} to 0 along half a cosine: rate * (1 + cos(pi * step / steps)) / 2.
     *
     * <p>Source: Loshchilov and Hutter, "SGDR", ICLR 2017, equation 5, without restarts.
     */
    static Schedule cosine(double rate, long steps) {
        return step -> rate * 0.5 * (1 + StrictMath.cos(Math.PI * step / steps));
    }
}
