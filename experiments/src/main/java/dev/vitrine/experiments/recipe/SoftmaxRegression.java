package dev.vitrine.experiments.recipe;

import java.util.List;

/**
 * Logistic regression over any number of classes, with a ridge penalty: what a network must beat to be worth its weights.
 *
 * <pre>
 * p[k] = exp(w[k] · z) / sum over j of exp(w[j] · z)        z = (x - mean) / deviation, fitted on the training part; 1
 * </pre>
 *
 * fitted to  sum of cross-entropy + penalty/2 · |w|², which has one minimum, by Newton steps with a fixed bound in place of
 * the second derivative: the Hessian of cross-entropy is nowhere above ½ (I - 11ᵀ/K) ⊗ ZᵀZ. One factorisation serves
 * all steps and all classes, and no step makes it worse.
 *
 * <p>With two classes this is logistic regression with the weights w[1] - w[0] and half the penalty.
 *
 * <p>Source: Böhning, "Multinomial logistic regression algorithm", Annals of the Institute of Statistical Mathematics 44,
 * 1992; Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2nd ed. 2009, section 4.4.1.
 */
public final class SoftmaxRegression {
    private static final int MOST_STEPS = 2000;

    /** Steps end when no weight moves by more than this. */
    private static final double STILL = 1e-7;

    /** Keeps the bias from wandering where all its movements cost nothing. */
    private static final double BIAS_PENALTY = 1e-6;

    private final double[] mean;
    private final double[] deviation;

    /** [K, D + 1]; the bias is last. */
    private final double[][] weights;

    private SoftmaxRegression(double[] mean, double[] deviation, int classes) {
        this.mean = mean;
        this.deviation = deviation;
        this.weights = new double[classes][mean.length + 1];
    }

    /**
     * Fits to features and classes.
     *
     * @param features one row per item
     * @param labels the class of each item, from 0
     * @param classes K, at least 2
     * @param penalty on the squared weights, above 0
     */
    public static SoftmaxRegression fit(List<double[]> features, int[] labels, int classes, double penalty) {
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
        SoftmaxRegression model = new SoftmaxRegression(mean, deviation, classes);
        model.descend(features.stream().map(model::scaled).toArray(double[][]::new), labels, penalty);
        return model;
    }

    private void descend(double[][] rows, int[] labels, double penalty) {
        int size = mean.length + 1;
        double[] ridge = new double[size];
        for (int i = 0; i < size; i++) {
            ridge[i] = i < size - 1 ? penalty : BIAS_PENALTY;
        }
        Cholesky bound = new Cholesky(bound(rows, ridge));
        double moved = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && moved > STILL; step++) {
            moved = 0;
            double[][] gradient = gradient(rows, labels, ridge);
            for (int k = 0; k < weights.length; k++) {
                double[] change = bound.solve(gradient[k]);
                for (int i = 0; i < size; i++) {
                    weights[k][i] -= change[i];
                    moved = Math.max(moved, Math.abs(change[i]));
                }
            }
        }
    }

    /** ½ ZᵀZ + penalty. */
    private static double[][] bound(double[][] rows, double[] ridge) {
        int size = ridge.length;
        double[][] bound = new double[size][size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    bound[i][j] += row[i] * row[j] / 2;
                }
            }
        }
        for (int i = 0; i < size; i++) {
            bound[i][i] += ridge[i];
        }
        return bound;
    }

    /** Of class k: Zᵀ (p[k] - 1 where k is the truth) + penalty w[k]. */
    private double[][] gradient(double[][] rows, int[] labels, double[] ridge) {
        double[][] gradient = new double[weights.length][ridge.length];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < ridge.length; i++) {
                gradient[k][i] = ridge[i] * weights[k][i];
            }
        }
        for (int n = 0; n < rows.length; n++) {
            double[] p = softmax(rows[n]);
            p[labels[n]] -= 1;
            for (int k = 0; k < p.length; k++) {
                for (int i = 0; i < ridge.length; i++) {
                    gradient[k][i] += p[k] * rows[n][i];
                }
            }
        }
        return gradient;
    }

    /** The probability of each class. */
    public double[] probabilities(double[] features) {
        return softmax(scaled(features));
    }

    /** [K, D + 1], for scaled features; the bias is last. */
    double[][] weights() {
        return weights;
    }

    /** How many numbers it has learned. */
    public int weightCount() {
        return weights.length * (mean.length + 1);
    }

    /** The scaled features and a 1 for the bias. */
    double[] scaled(double[] features) {
        double[] row = new double[features.length + 1];
        for (int j = 0; j < features.length; j++) {
            row[j] = (features[j] - mean[j]) / deviation[j];
        }
        row[features.length] = 1;
        return row;
    }

    private double[] softmax(double[] row) {
        double[] p = new double[weights.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < p.length; k++) {
            for (int i = 0; i < row.length; i++) {
                p[k] += weights[k][i] * row[i];
            }
            highest = Math.max(highest, p[k]);
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(p[k] - highest);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
