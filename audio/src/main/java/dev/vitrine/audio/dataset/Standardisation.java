package dev.vitrine.audio.dataset;

import java.util.Arrays;
import java.util.List;

/**
 * Brings each column of feature vectors, of embeddings' frames or of an image's channels to mean 0 and deviation 1:
 * y[d] = (x[d] − mean[d]) / deviation[d]. It is fitted on training items only and stored with the run, so that what is
 * judged later is scaled alike.
 *
 * <p>As scikit-learn's {@code StandardScaler}: the deviation divides by n, and a constant column keeps its scale.
 *
 * @param mean [D]
 * @param deviation [D], above 0
 */
public record Standardisation(double[] mean, double[] deviation) {
    /**
     * Copies the arrays.
     *
     * @throws IllegalArgumentException if they are not of one length, or a deviation is not above 0
     */
    public Standardisation {
        mean = mean.clone();
        deviation = deviation.clone();
        if (mean.length != deviation.length || !Arrays.stream(deviation).allMatch(d -> d > 0)) {
            throw new IllegalArgumentException("standardisation: " + mean.length + " means and deviations "
                    + Arrays.toString(deviation) + "; expected as many, all above 0");
        }
    }

    /**
     * Fits columns.
     *
     * @param training rows of the training part, each [R · D] with any number of rows R, row by row
     * @param width D
     * @throws IllegalArgumentException if there is no row, or an array is no whole number of rows
     */
    public static Standardisation fit(List<float[]> training, int width) {
        double[] mean = new double[width];
        double[] deviation = new double[width];
        long rows = 0;
        for (float[] x : training) {
            requireRows(x, width);
            rows += x.length / width;
            for (int i = 0; i < x.length; i++) {
                mean[i % width] += x[i];
            }
        }
        if (rows == 0) {
            throw new IllegalArgumentException("standardisation: no training row to fit");
        }
        for (int d = 0; d < width; d++) {
            mean[d] /= rows;
        }
        for (float[] x : training) {
            for (int i = 0; i < x.length; i++) {
                double away = x[i] - mean[i % width];
                deviation[i % width] += away * away;
            }
        }
        for (int d = 0; d < width; d++) {
            deviation[d] = deviation[d] == 0 ? 1 : Math.sqrt(deviation[d] / rows);
        }
        return new Standardisation(mean, deviation);
    }

    /**
     * Fits the channels of images.
     *
     * @param training images of the training part, each [C, P] with any number of pixels P
     * @param channels C
     */
    public static Standardisation fitChannels(List<float[]> training, int channels) {
        return fit(
                training.stream()
                        .map(x -> turned(x, channels, x.length / channels))
                        .toList(),
                channels);
    }

    /** The rows [R · D], scaled. */
    public float[] rows(float[] x) {
        requireRows(x, mean.length);
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int d = i % mean.length;
            y[i] = (float) ((x[i] - mean[d]) / deviation[d]);
        }
        return y;
    }

    /** The image [C, P], scaled. */
    public float[] channels(float[] x) {
        int pixels = x.length / mean.length;
        return turned(rows(turned(x, mean.length, pixels)), pixels, mean.length);
    }

    /** From [A, B] to [B, A]. */
    private static float[] turned(float[] x, int a, int b) {
        requireRows(x, a);
        float[] y = new float[x.length];
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                y[j * a + i] = x[i * b + j];
            }
        }
        return y;
    }

    private static void requireRows(float[] x, int width) {
        if (x.length % width != 0) {
            throw new IllegalArgumentException(
                    "standardisation: " + x.length + " numbers; expected a multiple of " + width);
        }
    }
}
