package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {
    private static final int CLASSES = 3;
    private static final double PENALTY = 2;

    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    SoftmaxRegressionTest() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int label = i % CLASSES;
            rows.add(new double[] {
                random.nextGaussian() + label, 10 + 3 * random.nextGaussian() - 2 * label, random.nextGaussian(), 5
            });
            labels.add(label);
        }
    }

    private int[] truth() {
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    /** -sum of log p[truth]: what the data's part of the loss is. */
    private double crossEntropy(SoftmaxRegression model) {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum -= Math.log(model.probabilities(rows.get(i))[labels.get(i)]);
        }
        return sum;
    }

    /** At the minimum, for every class and column: sum over items of (p - truth) z + penalty w = 0. */
    @Test
    void endsWhereTheGradientIsZero() {
        SoftmaxRegression model = SoftmaxRegression.fit(rows, truth(), CLASSES, PENALTY);
        for (int k = 0; k < CLASSES; k++) {
            for (int column = 0; column < 5; column++) {
                double gradient = column < 4 ? PENALTY * model.weights()[k][column] : 0;
                for (int i = 0; i < rows.size(); i++) {
                    double error = model.probabilities(rows.get(i))[k] - (labels.get(i) == k ? 1 : 0);
                    gradient += error * model.scaled(rows.get(i))[column];
                }
                assertThat(gradient).as("class %d, column %d", k, column).isCloseTo(0, within(1e-5));
            }
        }
    }

    @Test
    void aSmallerPenaltyFitsBetter() {
        assertThat(crossEntropy(SoftmaxRegression.fit(rows, truth(), CLASSES, 0.1)))
                .isLessThan(crossEntropy(SoftmaxRegression.fit(rows, truth(), CLASSES, 100)));
    }

    @Test
    void probabilitiesAreOneTogether() {
        double[] p = SoftmaxRegression.fit(rows, truth(), CLASSES, PENALTY).probabilities(rows.get(0));
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
    }

    @Test
    void countsItsWeights() {
        assertThat(SoftmaxRegression.fit(rows, truth(), CLASSES, PENALTY).weightCount())
                .isEqualTo(3 * 5);
    }
}
