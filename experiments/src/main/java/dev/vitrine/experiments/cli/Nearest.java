package dev.vitrine.experiments.cli;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that the user probably meant. */
final class Nearest {
    private Nearest() {}

    /** {@code " (did you mean NAME?)"}, or nothing if no known name is near. */
    static String suggestion(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(typed, name) <= Math.min(typed.length(), name.length()) / 3)
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .map(name -> " (did you mean " + name + "?)")
                .orElse("");
    }

    /** The number of letters to insert, delete, replace or swap with their neighbour. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = cheapest(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] d, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + d[i - 2][j - 2]) : best;
    }
}
