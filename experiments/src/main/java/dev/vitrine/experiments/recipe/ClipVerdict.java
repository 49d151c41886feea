package dev.vitrine.experiments.recipe;

import java.util.List;

/**
 * What a network says of one clip.
 *
 * @param clip the clip's name
 * @param truth the index of the true class, or -1 where it is not known
 * @param seconds one per whole second of the clip, in order
 */
public record ClipVerdict(String clip, int truth, List<Second> seconds) {
    /** Copies the seconds; there must be at least one. */
    public ClipVerdict {
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("clip " + clip + " has no whole second");
        }
        seconds = List.copyOf(seconds);
    }

    /**
     * One second.
     *
     * @param probability of class 1
     * @param loud true if the second counts; near-silent ones do not
     */
    public record Second(double probability, boolean loud) {
        /** The class that is more likely. */
        public int verdict() {
            return probability > 0.5 ? 1 : 0;
        }
    }

    /** The seconds that count: the loud ones, or all if none is loud. */
    public List<Second> counted() {
        List<Second> loud = seconds.stream().filter(Second::loud).toList();
        return loud.isEmpty() ? seconds : loud;
    }

    /** The probability of class 1: the mean over the seconds that count. */
    public double probability() {
        return counted().stream().mapToDouble(Second::probability).average().orElseThrow();
    }

    /** The class that is more likely. */
    public int verdict() {
        return probability() > 0.5 ? 1 : 0;
    }

    /** True if the truth is known and met. */
    public boolean right() {
        return verdict() == truth;
    }
}
