package dev.vitrine.experiments.nsynth;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Small arithmetic on pictures, [H][W]. */
final class Pixels {
    private Pixels() {}

    static double largest(double[][] picture) {
        return Arrays.stream(picture).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }

    static double[][] minus(double[][] picture, double less) {
        return map(picture, x -> x - less);
    }

    /** From 0 and the largest value to two others; a picture of zeros is all {@code low}. */
    static double[][] between(double[][] picture, double low, double high) {
        double largest = largest(picture);
        double scale = largest > 0 ? (high - low) / largest : 0;
        return map(picture, x -> low + x * scale);
    }

    private static double[][] map(double[][] picture, DoubleUnaryOperator each) {
        return Arrays.stream(picture)
                .map(row -> Arrays.stream(row).map(each).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Another size by bilinear interpolation between the centres of the pixels, without smoothing before: {@code
     * tf.image.resize}. What lies between the pixels that are asked for is lost.
     */
    static double[][] resized(double[][] picture, int height, int width) {
        double[][] resized = new double[height][width];
        for (int h = 0; h < height; h++) {
            double y = place(h, picture.length, height);
            int above = (int) y;
            int below = Math.min(above + 1, picture.length - 1);
            for (int w = 0; w < width; w++) {
                double x = place(w, picture[0].length, width);
                int left = (int) x;
                int right = Math.min(left + 1, picture[0].length - 1);
                double top = mix(picture[above][left], picture[above][right], x - left);
                double bottom = mix(picture[below][left], picture[below][right], x - left);
                resized[h][w] = mix(top, bottom, y - above);
            }
        }
        return resized;
    }

    private static double place(int index, int from, int to) {
        double at = (index + 0.5) * from / to - 0.5;
        return Math.max(0, Math.min(from - 1, at));
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }

    static float[] flat(double[][] picture) {
        int width = picture[0].length;
        float[] flat = new float[picture.length * width];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) picture[i / width][i % width];
        }
        return flat;
    }

    /** Rows of {@code width} from a flat picture. */
    static double[][] rows(float[] flat, int width) {
        double[][] rows = new double[flat.length / width][width];
        for (int i = 0; i < flat.length; i++) {
            rows[i / width][i % width] = flat[i];
        }
        return rows;
    }
}
