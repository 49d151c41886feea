package dev.vitrine.experiments.model;

import dev.vitrine.engine.op.loss.BceWithLogits;
import dev.vitrine.engine.op.loss.CrossEntropy;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.Loss;

/** What a network is asked, and so which loss it learns from and how its targets look. */
public enum Objective implements Loss {
    /** Is it there? One logit per item, targets [N, 1] of 0 and 1, binary cross-entropy. */
    YES_OR_NO("binary_cross_entropy_with_logits") {
        @Override
        public Shape targets(int batch) {
            return Shape.of(batch, 1);
        }

        @Override
        public Tensor of(Tensor output, Tensor target) {
            return BceWithLogits.bceWithLogits(output, target);
        }
    },
    /** Which one is it? A logit per class, targets [N] of class numbers, cross-entropy of the softmax. */
    WHICH_CLASS("cross_entropy") {
        @Override
        public Shape targets(int batch) {
            return Shape.of(batch);
        }

        @Override
        public Tensor of(Tensor output, Tensor target) {
            return CrossEntropy.crossEntropy(output, target);
        }
    };

    private final String function;

    Objective(String function) {
        this.function = function;
    }

    /** The loss, by its name in {@code torch.nn.functional}. */
    public String function() {
        return function;
    }

    /** The shape of the targets of a batch. */
    public abstract Shape targets(int batch);
}
