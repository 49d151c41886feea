package dev.vitrine.experiments.model;

import dev.vitrine.engine.op.elementwise.Sigmoid;
import dev.vitrine.engine.op.loss.BceWithLogits;
import dev.vitrine.engine.op.loss.CrossEntropy;
import dev.vitrine.engine.op.softmax.Softmax;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a network is asked, and so which loss it learns from and how its targets look. */
public enum Objective implements Loss {
    /** Is it there? One logit per item, targets [N, 1] of 0 and 1, binary cross-entropy. */
    YES_OR_NO("binary_cross_entropy_with_logits", "binary cross-entropy") {
        @Override
        public Shape targets(int batch) {
            return Shape.of(batch, 1);
        }

        @Override
        public Tensor of(Tensor output, Tensor target) {
            return BceWithLogits.bceWithLogits(output, target);
        }

        @Override
        public List<List<Double>> probabilities(Tensor output) {
            List<List<Double>> rows = new ArrayList<>();
            for (double p : Sigmoid.sigmoid(output).toDoubles()) {
                rows.add(List.of(1 - p, p));
            }
            return rows;
        }
    },
    /** Which one is it? A logit per class, targets [N] of class numbers, cross-entropy of the softmax. */
    WHICH_CLASS("cross_entropy", "cross-entropy") {
        @Override
        public Shape targets(int batch) {
            return Shape.of(batch);
        }

        @Override
        public Tensor of(Tensor output, Tensor target) {
            return CrossEntropy.crossEntropy(output, target);
        }

        @Override
        public List<List<Double>> probabilities(Tensor output) {
            int classes = output.shape().size(1);
            double[] p = Softmax.softmax(output, 1).toDoubles();
            List<List<Double>> rows = new ArrayList<>();
            for (int first = 0; first < p.length; first += classes) {
                rows.add(Arrays.stream(p, first, first + classes).boxed().toList());
            }
            return rows;
        }
    };

    private final String function;
    private final String words;

    Objective(String function, String words) {
        this.function = function;
        this.words = words;
    }

    /** The loss, in words. */
    public String words() {
        return words;
    }

    /** The loss, by its name in {@code torch.nn.functional}. */
    public String function() {
        return function;
    }

    /** Of each item, the probability of each class: of no and yes where that is the question. */
    public abstract List<List<Double>> probabilities(Tensor output);

    /** The shape of the targets of a batch. */
    public abstract Shape targets(int batch);
}
