package dev.vitrine.experiments.diagnosis;

import java.util.Locale;
import java.util.Optional;

/** Steps so short that nothing is learned. */
record LearningRateTooLow() implements Diagnosis {
    private static final double SMALLEST = 1e-5;

    /** A network that is right so often has learned enough. */
    private static final double LEARNED = 0.95;

    @Override
    public String fault() {
        return "learning-rate-too-low";
    }

    @Override
    public Answer examine(Evidence evidence) {
        Optional<Paces> measured = Paces.of(evidence);
        if (measured.isEmpty()) {
            return Answer.notRecorded();
        }
        Paces paces = measured.get();
        return paces.largest() < SMALLEST && paces.lastRight() < LEARNED ? found(evidence, paces) : Answer.clear();
    }

    private static Answer found(Evidence evidence, Paces paces) {
        double rate = evidence.config().plan().learningRate();
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The learning rate %s is too low: a step moves the weights by %.1g of their size (0.001 is"
                                + " usual), and the loss went from %.4f to %.4f.",
                        rate,
                        paces.largest(),
                        paces.losses()[0],
                        paces.losses()[paces.losses().length - 1]),
                String.format(Locale.ROOT, "Try --lr %.1g.", rate * 1e-3 / Math.max(paces.largest(), 1e-12)),
                paces.chart("The learning rate is too low: how far one step moves the weights", SMALLEST, "too near"));
    }
}
