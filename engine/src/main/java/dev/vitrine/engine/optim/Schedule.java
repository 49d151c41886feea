package dev.vitrine.engine.optim;

/** The learning rate as a function of the step; numbers are those of {@code torch.optim.lr_scheduler}. */
@FunctionalInterface
public interface Schedule {
    /** The learning rate of a step, counted from 0. */
    double at(long step);

    /** Always the same. */
    static Schedule constant(double rate) {
        return step -> rate;
    }

    /**
     * Times {@code factor} after every {@code every} steps: rate * factor^(step / every), rounded down; as {@code
     * torch.optim.lr_scheduler.StepLR}.
     *
     * @param every at least 1
     * @param factor above 0, at most 1
     * @throws IllegalArgumentException if {@code every} is below 1 or {@code factor} is not in its range
     */
    static Schedule step(double rate, long every, double factor) {
        if (every < 1) {
            throw new IllegalArgumentException("step schedule: every must be at least 1, got " + every);
        }
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("step schedule: factor must be above 0 and at most 1, got " + factor);
        }
        return step -> {
            long falls = step / every;
            return rate * StrictMath.pow(factor, (double) falls);
        };
    }

    /** From {@code rate} to 0 along half a cosine, see {@link #cosine(double, long, double)}. */
    static Schedule cosine(double rate, long steps) {
        return cosine(rate, steps, 0);
    }

    /**
     * From {@code rate} to {@code least} along half a cosine, then {@code least} for ever: least + (rate - least) * (1 +
     * cos(pi * step / steps)) / 2; as {@code CosineAnnealingLR}, which rises again after {@code steps}.
     *
     * <p>Source: Loshchilov and Hutter, "SGDR", ICLR 2017, equation 5, without restarts.
     *
     * @param steps until it is {@code least}, at least 1
     * @param least from 0 to {@code rate}
     * @throws IllegalArgumentException if {@code steps} is below 1 or {@code least} is not in its range
     */
    static Schedule cosine(double rate, long steps, double least) {
        if (steps < 1) {
            throw new IllegalArgumentException("cosine schedule: steps must be at least 1, got " + steps);
        }
        if (!(least >= 0 && least <= rate)) {
            throw new IllegalArgumentException(
                    "cosine schedule: least must be from 0 to the rate " + rate + ", got " + least);
        }
        return step -> least + (rate - least) * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(step, steps) / steps));
    }

    /**
     * The same schedule that begins softly: in the first {@code steps} steps times (step + 1) / steps; as {@code
     * LinearLR(start_factor=1/steps, total_iters=steps-1)} chained with it.
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
