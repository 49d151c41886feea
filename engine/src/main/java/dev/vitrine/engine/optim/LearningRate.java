package dev.vitrine.engine.optim;

/** A learning rate that is not a number would turn every parameter into not-a-number, and nothing would say why. */
final class LearningRate {
    private LearningRate() {}

    static void require(double rate) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("optimiser: learning rate must be a number from 0, got " + rate);
        }
    }
}
