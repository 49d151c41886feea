package dev.vitrine.engine.optim;

/**
 * Up from most / firstDivisor to {@code most}, then down to most / firstDivisor / lastDivisor, where it stays; as {@code
 * torch.optim.lr_scheduler.OneCycleLR} in two phases, without its cycle of the momentum.
 *
 * <p>The top is reached at step riseShare * steps - 1 and the bottom at step steps - 1, both counted from 0.
 *
 * <p>Source: Smith and Topin, "Super-convergence: very fast training of neural networks using large learning rates",
 * 2018, section 4.
 *
 * @param most the largest learning rate, above 0
 * @param steps of the whole cycle, at least 2
 * @param riseShare of the steps that go up, above 0 and below 1
 * @param firstDivisor above 0
 * @param lastDivisor above 0
 * @param curve from end to end of a phase
 */
public record OneCycle(double most, long steps, double riseShare, double firstDivisor, double lastDivisor, Curve curve)
        implements Schedule {
    /** How a phase goes from its first rate to its last. */
    public enum Curve {
        /** Along half a cosine. */
        COSINE,
        /** Along a straight line. */
        LINEAR
    }

    /** With PyTorch's constants: three tenths go up, from most / 25 to most, and down to most / 250,000. */
    public OneCycle(double most, long steps) {
        this(most, steps, 0.3, 25, 1e4, Curve.COSINE);
    }

    public OneCycle {
        if (!(most > 0 && most < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("one-cycle schedule: most must be a number above 0, got " + most);
        }
        if (steps < 2) {
            throw new IllegalArgumentException("one-cycle schedule: steps must be at least 2, got " + steps);
        }
        if (!(riseShare > 0 && riseShare < 1)) {
            throw new IllegalArgumentException(
                    "one-cycle schedule: riseShare must be above 0 and below 1, got " + riseShare);
        }
        if (!(firstDivisor > 0) || !(lastDivisor > 0)) {
            throw new IllegalArgumentException(
                    "one-cycle schedule: divisors must be above 0, got " + firstDivisor + " and " + lastDivisor);
        }
    }

    /** The same cycle along straight lines. */
    public OneCycle linear() {
        return new OneCycle(most, steps, riseShare, firstDivisor, lastDivisor, Curve.LINEAR);
    }

    @Override
    public double at(long step) {
        double top = riseShare * steps - 1;
        double bottom = steps - 1.0;
        double first = most / firstDivisor;
        return step <= top
                ? between(first, most, top == 0 ? 1 : step / top)
                : between(most, first / lastDivisor, Math.min(1, (step - top) / (bottom - top)));
    }

    private double between(double from, double to, double share) {
        return curve == Curve.LINEAR
                ? (to - from) * share + from
                : to + (from - to) / 2 * (StrictMath.cos(Math.PI * share) + 1);
    }
}
