package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.experiments.UserError;

/**
 * How a network is trained; stored with the run.
 *
 * @param epochs passes of {@code stepsPerEpoch} steps; validation and a checkpoint follow each
 * @param stepsPerEpoch training steps between two validations
 * @param batch examples in one step
 * @param optimizer how weights follow gradients
 * @param learningRate at the beginning
 * @param decay how the learning rate goes on
 * @param folds 1 for one split of the clips, k for k-fold cross-validation
 * @param seed of the split, the first weights and the batches
 */
public record Plan(
        int epochs,
        int stepsPerEpoch,
        int batch,
        Optimization optimizer,
        double learningRate,
        Decay decay,
        int folds,
        long seed) {

    /** Which optimiser. */
    public enum Optimization {
        /** Stochastic gradient descent with momentum 0.9. */
        SGD,
        /** Adam with its usual constants. */
        ADAM
    }

    /** How the learning rate goes on. */
    public enum Decay {
        /** It stays. */
        CONSTANT,
        /** It falls to 0 along half a cosine. */
        COSINE
    }

    /** Checks the ranges. */
    public Plan {
        require("--epochs", epochs, 1, 100_000);
        require("--epoch-steps", stepsPerEpoch, 1, 1_000_000);
        require("--batch", batch, 2, 4096);
        require("--folds", folds, 1, 50);
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new UserError("--lr must be above 0 and finite, got " + learningRate);
        }
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UserError("%s must be from %d to %d, got %d".formatted(option, least, most, value));
        }
    }

    /** Steps of one fold. */
    public long steps() {
        return (long) epochs * stepsPerEpoch;
    }

    /** Steps of all folds. */
    public long allSteps() {
        return steps() * folds;
    }

    Schedule schedule() {
        return decay == Decay.COSINE ? Schedule.cosine(learningRate, steps()) : Schedule.constant(learningRate);
    }
}
