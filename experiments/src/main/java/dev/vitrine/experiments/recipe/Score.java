package dev.vitrine.experiments.recipe;

import dev.vitrine.experiments.recipe.ClipVerdict.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often verdicts are right.
 *
 * @param clips confusion of clips: row is the truth, column the verdict
 * @param parts confusion of the parts that count
 */
public record Score(List<List<Integer>> clips, List<List<Integer>> parts) {

    /** Counts over clips whose truth is known. */
    public static Score of(int classes, Collection<ClipVerdict> verdicts) {
        int[][] clips = new int[classes][classes];
        int[][] parts = new int[classes][classes];
        for (ClipVerdict clip : verdicts) {
            if (clip.truth() >= 0) {
                clips[clip.truth()][clip.verdict()]++;
                for (Part part : clip.counted()) {
                    parts[clip.truth()][part.verdict()]++;
                }
            }
        }
        return new Score(table(clips), table(parts));
    }

    private static List<List<Integer>> table(int[][] counts) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(IntStream.of(row).boxed().toList());
        }
        return List.copyOf(rows);
    }

    /** Clips judged. */
    public int clipCount() {
        return sum(clips);
    }

    /** Clips judged rightly. */
    public int clipsRight() {
        return right(clips);
    }

    /** Parts judged. */
    public int partCount() {
        return sum(parts);
    }

    /** Parts judged rightly. */
    public int partsRight() {
        return right(parts);
    }

    /** Share of clips judged rightly, 0 to 1. */
    public double clipAccuracy() {
        return (double) clipsRight() / clipCount();
    }

    /** Share of parts judged rightly, 0 to 1. */
    public double partAccuracy() {
        return (double) partsRight() / partCount();
    }

    /** The mean over the classes that occur of the share of their clips judged rightly: each class counts the same. */
    public double balancedAccuracy() {
        return IntStream.range(0, clips.size())
                .filter(label -> sumOf(clips.get(label)) > 0)
                .mapToDouble(label -> (double) clips.get(label).get(label) / sumOf(clips.get(label)))
                .average()
                .orElse(Double.NaN);
    }

    /** The share of clips that the most frequent class has: what always saying it would reach. */
    public double clipMajority() {
        return majority(clips);
    }

    /** The share of parts that the most frequent class has. */
    public double partMajority() {
        return majority(parts);
    }

    private static double majority(List<List<Integer>> table) {
        return (double) table.stream().mapToInt(Score::sumOf).max().orElseThrow() / sum(table);
    }

    private static int right(List<List<Integer>> table) {
        return IntStream.range(0, table.size()).map(i -> table.get(i).get(i)).sum();
    }

    private static int sum(List<List<Integer>> table) {
        return table.stream().mapToInt(Score::sumOf).sum();
    }

    private static int sumOf(List<Integer> row) {
        return row.stream().mapToInt(Integer::intValue).sum();
    }
}
