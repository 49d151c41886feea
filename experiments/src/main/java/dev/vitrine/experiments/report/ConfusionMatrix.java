package dev.vitrine.experiments.report;

import java.util.Arrays;
import java.util.List;

/**
 * How often each true class was taken for which: counts, and their share of the row.
 *
 * <p>CSV columns: {@code true class, predicted class, count, share of row (%)}; the share is empty for a class that never
 * occurred.
 *
 * @param title what one should see
 * @param classes names, in the order of rows and columns
 * @param counts {@code [truth][prediction]}
 */
public record ConfusionMatrix(String title, List<String> classes, int[][] counts) implements Chart {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the counts are not one row and one column per class, negative, or all zero
     */
    public ConfusionMatrix {
        Check.title("confusion matrix", title);
        classes = Check.some(title, "classes", classes);
        checkCounts(title, classes, counts);
    }

    private static void checkCounts(String title, List<String> classes, int[][] counts) {
        int n = classes.size();
        if (counts.length != n || Arrays.stream(counts).anyMatch(row -> row.length != n)) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': counts must be " + n + " rows of " + n + ", one for each class");
        }
        if (Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("chart '" + title + "': a count is negative; expected 0 or more");
        }
        if (Arrays.stream(counts).flatMapToInt(Arrays::stream).noneMatch(count -> count > 0)) {
            throw new IllegalArgumentException("chart '" + title + "': all counts are 0; expected something counted");
        }
    }

    @Override
    public Picture picture() {
        return new ConfusionPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("true class", "predicted class", "count", "share of row (%)");
        for (int truth = 0; truth < classes.size(); truth++) {
            for (int guess = 0; guess < classes.size(); guess++) {
                Object share = total(truth) == 0 ? "" : (Object) (100 * share(truth, guess));
                table.add(classes.get(truth), classes.get(guess), counts[truth][guess], share);
            }
        }
        return table;
    }

    int total(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }

    /** Part of the true class's row, 0 where the row is empty. */
    double share(int truth, int guess) {
        return total(truth) == 0 ? 0 : counts[truth][guess] / (double) total(truth);
    }
}
