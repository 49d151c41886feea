package dev.vitrine.experiments.diagnosis;

import java.util.Locale;
import java.util.Optional;

/** Steps so long that they undo one another. */
record LearningRateTooHigh() implements Diagnosis {
    private static final double LARGEST = 0.1;

    /** Of what knowing nothing costs; above it the network is sure of wrong answers. */
    private static final double LOSSES = 3;

    @Override
    public String fault() {
        return "learning-rate-too-high";
    }

    @Override
    public Answer examine(Evidence evidence) {
        Optional<Paces> measured = Paces.of(evidence);
        if (measured.isEmpty()) {
            return Answer.notRecorded();
        }
        Paces paces = measured.get();
        boolean far = paces.median() > LARGEST;
        boolean wild = paces.largestLoss() > LOSSES * paces.unknowing();
        return far || wild ? found(evidence, paces) : Answer.clear();
    }

    private static Answer found(Evidence evidence, Paces paces) {
        double rate = evidence.config().plan().learningRate();
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The learning rate %s is too high: a step moves the weights by %.2g of their size (0.001 is"
                                + " usual), and the mean loss of an epoch rose to %.3g, where knowing nothing costs"
                                + " %.2f.",
                        rate,
                        paces.median(),
                        paces.largestLoss(),
                        paces.unknowing()),
                "Try --lr %s.".formatted(rate / 10),
                paces.chart("The learning rate is too high: how far one step moves the weights", LARGEST, "too far"));
    }
}
