package dev.vitrine.engine.optim;

/**
 * Lowers the learning rate when a figure has not become better for a while; as {@code
 * torch.optim.lr_scheduler.ReduceLROnPlateau}.
 *
 * <p>{@link #observe} is called once in a while, as after each epoch, with the validation loss; {@link #at} gives the
 * learning rate that has come of it, whatever the step. To resume, keep {@link #state()}.
 */
public final class ReduceOnPlateau implements Schedule {
    /** Which figures are better. */
    public enum Goal {
        /** Smaller ones, as of a loss. */
        SMALL,
        /** Larger ones, as of an accuracy. */
        LARGE
    }

    /** What the threshold is measured in. */
    public enum Threshold {
        /** Shares of the best figure. */
        RELATIVE,
        /** The figure's own unit. */
        ABSOLUTE
    }

    /**
     * Constants.
     *
     * @param goal which figures are better
     * @param factor times the rate when it is lowered, above 0 and below 1
     * @param patience observations in a row that may be no better, at least 0
     * @param threshold by how much a figure must be better than the best to count, at least 0
     * @param unit of the threshold
     * @param cooldown observations after a fall that are not counted, at least 0
     * @param least the rate does not fall below, at least 0
     * @param eps a smaller fall is left out, at least 0
     */
    public record Options(
            Goal goal,
            double factor,
            int patience,
            double threshold,
            Threshold unit,
            int cooldown,
            double least,
            double eps) {
        /** PyTorch's. */
        public static final Options DEFAULT = new Options(Goal.SMALL, 0.1, 10, 1e-4, Threshold.RELATIVE, 0, 0, 1e-8);

        public Options {
            if (!(factor > 0 && factor < 1)) {
                throw new IllegalArgumentException(
                        "reduce on plateau: factor must be above 0 and below 1, got " + factor);
            }
            if (patience < 0 || cooldown < 0) {
                throw new IllegalArgumentException("reduce on plateau: patience and cooldown must not be negative, got "
                        + patience + " and " + cooldown);
            }
            if (!(threshold >= 0) || !(least >= 0) || !(eps >= 0)) {
                throw new IllegalArgumentException("reduce on plateau: threshold, least and eps must not be negative,"
                        + " got " + threshold + ", " + least + " and " + eps);
            }
        }

        /** With the same constants and another factor and patience. */
        public Options falling(double newFactor, int newPatience) {
            return new Options(goal, newFactor, newPatience, threshold, unit, cooldown, least, eps);
        }

        private boolean isBetter(double figure, double best) {
            double sign = goal == Goal.SMALL ? -1 : 1;
            double bar = unit == Threshold.RELATIVE ? best * (1 + sign * threshold) : best + sign * threshold;
            return goal == Goal.SMALL ? figure < bar : figure > bar;
        }
    }

    /**
     * What is remembered from observation to observation.
     *
     * @param rate the learning rate now
     * @param best the best figure so far
     * @param bad observations in a row that were no better
     * @param cooldown observations that will not be counted
     */
    public record State(double rate, double best, int bad, int cooldown) {}

    private final Options options;
    private State state;

    /** A schedule that begins with {@code rate}. */
    public ReduceOnPlateau(double rate, Options options) {
        this(
                options,
                new State(
                        rate,
                        options.goal() == Goal.SMALL ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY,
                        0,
                        0));
    }

    /** A schedule that goes on from {@code state}. */
    public ReduceOnPlateau(Options options, State state) {
        LearningRate.require(state.rate());
        this.options = options;
        this.state = state;
    }

    /** Takes the next figure; a figure that is not a number is no better. */
    public void observe(double figure) {
        boolean better = options.isBetter(figure, state.best());
        int bad = better || state.cooldown() > 0 ? 0 : state.bad() + 1;
        boolean fall = bad > options.patience();
        state = new State(
                fall ? lowered() : state.rate(),
                better ? figure : state.best(),
                fall ? 0 : bad,
                fall ? options.cooldown() : Math.max(0, state.cooldown() - 1));
    }

    private double lowered() {
        double lower = Math.max(state.rate() * options.factor(), options.least());
        return state.rate() - lower > options.eps() ? lower : state.rate();
    }

    /** What to keep for resuming. */
    public State state() {
        return state;
    }

    @Override
    public double at(long step) {
        return state.rate();
    }
}
