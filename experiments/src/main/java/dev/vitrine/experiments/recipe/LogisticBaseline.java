package dev.vitrine.experiments.recipe;

import java.util.List;

/**
 * Logistic regression with a ridge penalty: what a network must beat to be worth its weights.
 *
 * <pre>
 * p = sigmoid(w · z + b)        z = (x - mean) / deviation, fitted on the training part
 * </pre>
 *
 * fitted by Newton's method on  sum of cross-entropy + penalty/2 · |w|², which has one minimum.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2nd ed. 2009, section 4.4.1.
 */
public final class LogisticBaseline {
    private static final int ITERATIONS = 30;

    private final double[] mean;
    private final double[] deviation;
    private final double[] weights;

    private LogisticBaseline(double[] mean, double[] deviation, double[] weights) {
        this.mean = mean;
        this.deviation = deviation;
        this.weights = weights;
    }

    /**
     * Fits to features and classes.
     *
     * @param features one row per item
     * @param classes 0 or 1 per item
     * @param penalty on the squared weights, above 0
     */
    public static LogisticBaseline fit(List<double[]> features, int[] classes, double penalty) {
        int columns = features.get(0).length;
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        for (int j = 0; j < columns; j++) {
            int column = j;
            mean[j] =
                    features.stream().mapToDouble(row -> row[column]).average().orElseThrow();
            double variance = features.stream()
                    .mapToDouble(row -> (row[column] - mean[column]) * (row[column] - mean[column]))
                    .average()
                    .orElseThrow();
            deviation[j] = variance > 0 ? Math.sqrt(variance) : 1;
        }
        double[] weights = new double[columns + 1];
        LogisticBaseline model = new LogisticBaseline(mean, deviation, weights);
        double[][] scaled = features.stream().map(model::scaled).toArray(double[][]::new);
        for (int i = 0; i < ITERATIONS; i++) {
            newtonStep(scaled, classes, weights, penalty);
        }
        return model;
    }

    /** The probability of class 1. */
    public double probability(double[] features) {
        return sigmoid(dot(scaled(features), weights));
    }

    /** The scaled features and a 1 for the bias. */
    private double[] scaled(double[] features) {
        double[] row = new double[features.length + 1];
        for (int j = 0; j < features.length; j++) {
            row[j] = (features[j] - mean[j]) / deviation[j];
        }
        row[features.length] = 1;
        return row;
    }

    /** w -= H⁻¹ g with H = Xᵀ diag(p (1-p)) X + penalty and g = Xᵀ (p - y) + penalty w; the bias is not penalised. */
    private static void newtonStep(double[][] rows, int[] classes, double[] weights, double penalty) {
        int size = weights.length;
        double[][] hessian = new double[size][size];
        double[] gradient = new double[size];
        for (int n = 0; n < rows.length; n++) {
            double p = sigmoid(dot(rows[n], weights));
            for (int i = 0; i < size; i++) {
                gradient[i] += (p - classes[n]) * rows[n][i];
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += p * (1 - p) * rows[n][i] * rows[n][j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            double ridge = i < size - 1 ? penalty : 1e-6;
            gradient[i] += ridge * weights[i];
            hessian[i][i] += ridge;
        }
        double[] step = solve(hessian, gradient);
        for (int i = 0; i < size; i++) {
            weights[i] -= step[i];
        }
    }

    /** Solves a symmetric positive definite system whose lower triangle is given (Cholesky). */
    private static double[] solve(double[][] lower, double[] right) {
        int size = right.length;
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
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
