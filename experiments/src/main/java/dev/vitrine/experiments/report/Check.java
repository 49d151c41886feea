package dev.vitrine.experiments.report;

import java.util.List;

/** What every chart refuses, and the words in which it does so. */
final class Check {

    private Check() {}

    static String title(String kind, String title) {
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    kind + ": the title is empty; expected a sentence that says what one should see");
        }
        return title;
    }

    static void label(String title, String axis, String label) {
        if (label.isBlank()) {
            throw new IllegalArgumentException("chart '" + title + "': the " + axis
                    + " has no label; expected a name with its unit, such as 'time (ms)'");
        }
    }

    static <T> List<T> some(String title, String what, List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("chart '" + title + "': no " + what + "; expected at least one");
        }
        return List.copyOf(list);
    }

    static void columns(String title, int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("chart '" + title + "': columns must be at least 1, not " + columns);
        }
    }

    /** Values of one series: there must be some, and all must be finite. */
    static void finite(String title, String series, String axis, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    "chart '" + title + "', '" + series + "': " + axis + " has no values; expected at least one");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("chart '" + title + "', '" + series + "': " + axis + "[" + i
                        + "] is " + values[i] + "; expected finite numbers only");
            }
        }
    }

    /** A curve: as many x as y, all finite, x never falling. */
    static void curve(String title, String series, double[] x, double[] y) {
        finite(title, series, "x", x);
        finite(title, series, "y", y);
        if (x.length != y.length) {
            throw new IllegalArgumentException("chart '" + title + "', '" + series + "': " + x.length
                    + " values of x but " + y.length + " of y; expected as many of both");
        }
        for (int i = 1; i < x.length; i++) {
            if (x[i] < x[i - 1]) {
                throw new IllegalArgumentException("chart '" + title + "', '" + series + "': x falls from " + x[i - 1]
                        + " to " + x[i] + " at index " + i + "; expected x in rising order");
            }
        }
    }
}
