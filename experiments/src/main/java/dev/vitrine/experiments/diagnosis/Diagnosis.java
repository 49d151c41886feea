package dev.vitrine.experiments.diagnosis;

import java.util.List;

/** Looks for one fault. */
public sealed interface Diagnosis
        permits BatchNormAsleep,
                ConstantPredictor,
                DeadFilters,
                FewTestClips,
                GradientsExplode,
                GradientsVanish,
                Imbalance,
                Leak,
                LearningRateTooHigh,
                LearningRateTooLow,
                MissingClass,
                NoBetterThanMajority,
                NoInformation,
                OverFitting,
                SameLabels,
                ScaledApart,
                TestChosenBy,
                UnmixedBatches,
                UnorderedAxis {

    /** The fault in a few words joined by dashes, as in {@code dead-filters}; also the name of its chart. */
    String fault();

    /** What a run says about it. */
    Answer examine(Evidence evidence);

    /** All of them: first what makes a score meaningless, then what makes it bad. */
    static List<Diagnosis> all() {
        return List.of(
                new Leak(),
                new TestChosenBy(),
                new SameLabels(),
                new MissingClass(),
                new FewTestClips(),
                new ScaledApart(),
                new UnmixedBatches(),
                new UnorderedAxis(),
                new NoInformation(),
                new GradientsExplode(),
                new GradientsVanish(),
                new LearningRateTooHigh(),
                new LearningRateTooLow(),
                new DeadFilters(),
                new BatchNormAsleep(),
                new ConstantPredictor(),
                new NoBetterThanMajority(),
                new Imbalance(),
                new OverFitting());
    }
}
