package dev.vitrine.experiments.esc;

/** A spectrogram as a picture. */
final class Spectrogram {
    private static final double RANGE = 80;
    private static final int FEWER = 2;

    private Spectrogram() {}

    /**
     * Half as high and half as wide, three equal channels, low pitch at the bottom; 1 is the loudest, 0 is 80 dB below it.
     *
     * @param levels [M][T], in dB; M and T are even
     * @return [3, M / 2, T / 2]
     */
    static float[] picture(double[][] levels) {
        int height = levels.length / FEWER;
        int width = levels[0].length / FEWER;
        double loudest = Double.NEGATIVE_INFINITY;
        for (double[] row : levels) {
            for (double level : row) {
                loudest = Math.max(loudest, level);
            }
        }
        float[] picture = new float[3 * height * width];
        for (int i = 0; i < picture.length; i++) {
            int row = height - 1 - i / width % height;
            double level = mean(levels, FEWER * row, FEWER * (i % width));
            picture[i] = (float) Math.max(0, (level - loudest + RANGE) / RANGE);
        }
        return picture;
    }

    private static double mean(double[][] levels, int row, int column) {
        double sum = 0;
        for (int i = 0; i < FEWER; i++) {
            for (int j = 0; j < FEWER; j++) {
                sum += levels[row + i][column + j];
            }
        }
        return sum / (FEWER * FEWER);
    }
}
