package dev.vitrine.experiments.recipe;

import static dev.vitrine.engine.op.elementwise.Sigmoid.sigmoid;
import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static dev.vitrine.engine.op.loss.CrossEntropy.crossEntropy;
import static dev.vitrine.engine.op.softmax.Softmax.softmax;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the last numbers of a network mean: how they become a loss and probabilities. */
public enum Head {
    /** One logit, [N, 1]: its sigmoid is the probability of class 1. */
    BINARY("binary cross-entropy") {
        @Override
        public Shape targets(int n) {
            return Shape.of(n, 1);
        }

        @Override
        Tensor loss(Tensor logits, Tensor targets) {
            return bceWithLogits(logits, targets);
        }

        @Override
        List<List<Double>> probabilities(Tensor logits) {
            List<List<Double>> rows = new ArrayList<>();
            for (double p : sigmoid(logits).toDoubles()) {
                rows.add(List.of(1 - p, p));
            }
            return rows;
        }
    },
    /** A logit for each class, [N, K]: their softmax are the probabilities. */
    SOFTMAX("cross-entropy") {
        @Override
        public Shape targets(int n) {
            return Shape.of(n);
        }

        @Override
        Tensor loss(Tensor logits, Tensor targets) {
            return crossEntropy(logits, targets);
        }

        @Override
        List<List<Double>> probabilities(Tensor logits) {
            int classes = logits.shape().size(1);
            double[] p = softmax(logits, 1).toDoubles();
            List<List<Double>> rows = new ArrayList<>();
            for (int n = 0; n < p.length / classes; n++) {
                int first = n * classes;
                rows.add(IntStream.range(first, first + classes)
                        .mapToObj(i -> p[i])
                        .toList());
            }
            return rows;
        }
    };

    private final String lossName;

    Head(String lossName) {
        this.lossName = lossName;
    }

    /** What the loss is called. */
    String lossName() {
        return lossName;
    }

    /** The shape of the targets of {@code n} examples: each is the number of its class. */
    public abstract Shape targets(int n);

    abstract Tensor loss(Tensor logits, Tensor targets);

    /** Of each example, the probability of each class. */
    abstract List<List<Double>> probabilities(Tensor logits);
}
