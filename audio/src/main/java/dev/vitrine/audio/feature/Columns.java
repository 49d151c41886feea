package dev.vitrine.audio.feature;

/** Reads and writes single frames of a feature [row][frame]. */
final class Columns {
    private Columns() {}

    static void put(double[] column, double[][] values, int t) {
        for (int row = 0; row < values.length; row++) {
            values[row][t] = column[row];
        }
    }

    static void get(double[][] values, int t, double[] column) {
        for (int row = 0; row < values.length; row++) {
            column[row] = values[row][t];
        }
    }
}
