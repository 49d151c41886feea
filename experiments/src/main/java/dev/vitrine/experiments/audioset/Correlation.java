package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dataset.Standardisation;
import java.util.List;

/** How alike the numbers of a frame are. */
final class Correlation {
    private Correlation() {}

    /**
     * The mean of |r| over all pairs of columns that lie 1, 2, ... apart, up to half of their number; r is Pearson's
     * correlation over all rows.
     *
     * @param rows each [R · D] with any number of rows R
     * @param width D
     */
    static double[] byDistance(List<float[]> rows, int width) {
        Standardisation scale = Standardisation.fit(rows, width);
        double[][] products = new double[width][width];
        long count = 0;
        for (float[] row : rows) {
            float[] z = scale.rows(row);
            count += z.length / width;
            for (int first = 0; first < z.length; first += width) {
                add(products, z, first);
            }
        }
        double[] mean = new double[width / 2];
        for (int distance = 1; distance <= mean.length; distance++) {
            int pairs = width - distance;
            for (int d = 0; d < pairs; d++) {
                mean[distance - 1] += Math.abs(products[d][d + distance]) / count / pairs;
            }
        }
        return mean;
    }

    private static void add(double[][] products, float[] z, int first) {
        int width = products.length;
        for (int a = 0; a < width; a++) {
            for (int b = a + 1; b < width; b++) {
                products[a][b] += (double) z[first + a] * z[first + b];
            }
        }
    }
}
