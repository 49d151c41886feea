package dev.vitrine.experiments.recipe;

/** A symmetric positive definite matrix as L Lᵀ, to solve systems with it. */
final class Cholesky {
    private final double[][] lower;

    /** Factorises in place; of {@code matrix} the lower triangle counts. */
    Cholesky(double[][] matrix) {
        lower = matrix;
        int size = matrix.length;
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                lower[j][j] -= lower[j][k] * lower[j][k];
            }
            lower[j][j] = Math.sqrt(lower[j][j]);
            for (int i = j + 1; i < size; i++) {
                for (int k = 0; k < j; k++) {
                    lower[i][j] -= lower[i][k] * lower[j][k];
                }
                lower[i][j] /= lower[j][j];
            }
        }
    }

    /** x with L Lᵀ x = right. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
