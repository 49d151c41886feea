package dev.vitrine.experiments.bench;

/**
 * How long to measure.
 *
 * @param warmUpSeconds of steps that do not count
 * @param seconds of steps that count
 * @param fewest steps that count, however long they take
 * @param most steps that count, however short they are
 */
public record Effort(double warmUpSeconds, double seconds, int fewest, int most) {
    /** A second of warm-up, then three seconds or 10,000 steps. */
    public static final Effort USUAL = new Effort(1, 3, 10, 10_000);

    public Effort {
        if (!(warmUpSeconds >= 0 && seconds >= 0) || fewest < 1 || most < fewest) {
            throw new IllegalArgumentException("effort: expected no negative seconds and 1 <= fewest <= most, got "
                    + warmUpSeconds + " s, " + seconds + " s, " + fewest + ", " + most);
        }
    }

    /** This effort, but of other seconds that count, and a third of them to warm up. */
    public Effort lasting(double newSeconds) {
        return new Effort(newSeconds / 3, newSeconds, fewest, most);
    }
}
