package dev.vitrine.experiments.recipe;

import dev.vitrine.experiments.recipe.ClipVerdict.Second;
import java.util.Collection;
import java.util.List;

/**
 * How often verdicts are right, for two classes.
 *
 * @param clips confusion of clips: row is the truth, column the verdict
 * @param seconds confusion of the seconds that count
 */
public record Score(List<List<Integer>> clips, List<List<Integer>> seconds) {

    /** Counts over clips whose truth is known. */
    public static Score of(Collection<ClipVerdict> verdicts) {
        int[][] clips = new int[2][2];
        int[][] seconds = new int[2][2];
        for (ClipVerdict clip : verdicts) {
            if (clip.truth() >= 0) {
                clips[clip.truth()][clip.verdict()]++;
                for (Second second : clip.counted()) {
                    seconds[clip.truth()][second.verdict()]++;
                }
            }
        }
        return new Score(table(clips), table(seconds));
    }

    private static List<List<Integer>> table(int[][] counts) {
        return List.of(List.of(counts[0][0], counts[0][1]), List.of(counts[1][0], counts[1][1]));
    }

    /** Clips judged. */
    public int clipCount() {
        return sum(clips);
    }

    /** Clips judged rightly. */
    public int clipsRight() {
        return right(clips);
    }

    /** Seconds judged. */
    public int secondCount() {
        return sum(seconds);
    }

    /** Seconds judged rightly. */
    public int secondsRight() {
        return right(seconds);
    }

    /** Share of clips judged rightly, 0 to 1. */
    public double clipAccuracy() {
        return (double) clipsRight() / clipCount();
    }

    /** Share of seconds judged rightly, 0 to 1. */
    public double secondAccuracy() {
        return (double) secondsRight() / secondCount();
    }

    /** The share of clips that the more frequent class has: what always saying it would reach. */
    public double clipMajority() {
        return majority(clips);
    }

    /** The share of seconds that the more frequent class has. */
    public double secondMajority() {
        return majority(seconds);
    }

    private static double majority(List<List<Integer>> table) {
        int first = table.get(0).get(0) + table.get(0).get(1);
        return (double) Math.max(first, sum(table) - first) / sum(table);
    }

    private static int right(List<List<Integer>> table) {
        return table.get(0).get(0) + table.get(1).get(1);
    }

    private static int sum(List<List<Integer>> table) {
        return table.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }
}
