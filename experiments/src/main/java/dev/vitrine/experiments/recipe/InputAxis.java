package dev.vitrine.experiments.recipe;

/**
 * What an axis of a network's input stands for.
 *
 * @param what in a word or two, such as {@code time}
 * @param unit such as {@code s}; empty if it only counts
 * @param from what its beginning stands for
 * @param to what its end stands for
 */
public record InputAxis(String what, String unit, double from, double to) {
    /** Seconds from 0. */
    public static InputAxis time(double seconds) {
        return new InputAxis("time", "s", 0, seconds);
    }

    /** So many things that are only counted, from 0. */
    public static InputAxis count(String what, int of) {
        return new InputAxis(what, "", 0, of);
    }

    /** Name and unit, as an axis of a chart wants it. */
    public String label() {
        return unit.isEmpty() ? what : "%s (%s)".formatted(what, unit);
    }

    /** The middle of each of {@code count} places that lie on it side by side. */
    public double[] places(int count) {
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = from + (i + 0.5) * (to - from) / count;
        }
        return places;
    }

    /** How much of it one of {@code count} places covers. */
    public double step(int count) {
        return Math.abs(to - from) / count;
    }
}
