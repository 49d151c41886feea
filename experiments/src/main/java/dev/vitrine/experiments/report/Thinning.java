package dev.vitrine.experiments.report;

import java.util.Arrays;

/** Draws a long curve with few points: of each pixel column its lowest and its highest, so that peaks stay. */
final class Thinning {

    private Thinning() {}

    static Series thin(Series series, int columns) {
        int n = series.x().length;
        if (n <= 4 * columns) {
            return series;
        }
        int[] kept = new int[2 * columns + 2];
        int count = 0;
        kept[count++] = 0;
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) n * column / columns);
            int to = (int) ((long) n * (column + 1) / columns);
            int lowest = extreme(series.y(), from, to, -1);
            int highest = extreme(series.y(), from, to, +1);
            kept[count++] = Math.min(lowest, highest);
            kept[count++] = Math.max(lowest, highest);
        }
        kept[count] = n - 1;
        return new Series(series.name(), pick(series.x(), kept), pick(series.y(), kept));
    }

    private static int extreme(double[] y, int from, int to, int sign) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (sign * y[i] > sign * y[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double[] pick(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
