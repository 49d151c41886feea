package dev.vitrine.experiments.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Each fault alone, on made-up evidence: named where it is, not named beside it. */
class DiagnosisTest {
    private static void named(MadeUpEvidence evidence, Diagnosis diagnosis, String words) {
        assertThat(diagnosis.examine(evidence.build())).isInstanceOfSatisfying(Answer.Found.class, found -> {
            assertThat(found.sentence()).contains(words);
            assertThat(found.advice()).isNotBlank();
            assertThat(found.chart().title()).isNotBlank();
        });
    }

    private static void clear(MadeUpEvidence evidence, Diagnosis diagnosis) {
        assertThat(diagnosis.examine(evidence.build())).isEqualTo(Answer.clear());
    }

    @Test
    void healthyRunHasNoFault() {
        Report report = Report.of(MadeUpEvidence.healthy().build());
        assertThat(report.names()).isEmpty();
        assertThat(report.notRecorded()).isEmpty();
    }

    @Test
    void constantPredictor() {
        named(new MadeUpEvidence(0.5, 30, 30), new ConstantPredictor(), "60 of 60 test clips are judged yes, 30 are.");
        named(new MadeUpEvidence(0.5, 1, 1), new ConstantPredictor(), "58 of 60 test clips are judged no, 30 are.");
        clear(new MadeUpEvidence(0.5, 10, 10), new ConstantPredictor());
    }

    @Test
    void noBetterThanMajority() {
        named(
                new MadeUpEvidence(0.4, 15, 10),
                new NoBetterThanMajority(),
                "always saying the most frequent class is right on 60.0 %");
        clear(new MadeUpEvidence(0.4, 3, 20), new NoBetterThanMajority());
    }

    @Test
    void imbalance() {
        named(new MadeUpEvidence(0.1, 0, 1), new Imbalance(), "yes is 10.0 % of the training clips");
        clear(new MadeUpEvidence(0.1, 4, 6), new Imbalance());
        clear(new MadeUpEvidence(0.5, 0, 10), new Imbalance());
    }

    @Test
    void overFitting() {
        named(new MadeUpEvidence(0.5, 8, 20).trainRight(1), new OverFitting(), "a gap of 30 points");
        clear(new MadeUpEvidence(0.5, 8, 20).trainRight(0.8), new OverFitting());
    }

    @Test
    void explodingGradients() {
        named(
                MadeUpEvidence.healthy().gradient(5000),
                new GradientsExplode(),
                "the largest is that of features.0.weight");
        named(MadeUpEvidence.healthy().gradient(Double.POSITIVE_INFINITY), new GradientsExplode(), "norm Infinity");
        clear(MadeUpEvidence.healthy().gradient(50), new GradientsExplode());
    }

    @Test
    void vanishingGradients() {
        named(MadeUpEvidence.healthy().gradient(1e-7), new GradientsVanish(), "features.0.weight gets 5e-07");
        named(MadeUpEvidence.healthy().gradient(0), new GradientsVanish(), "features.0.weight gets 0");
        clear(MadeUpEvidence.healthy().gradient(1e-4), new GradientsVanish());
    }

    @Test
    void frozenWeightsHaveNoGradientAndThatIsWell() {
        clear(MadeUpEvidence.healthy().gradient(Double.NaN), new GradientsVanish());
        clear(MadeUpEvidence.healthy().gradient(Double.NaN), new GradientsExplode());
    }

    @Test
    void learningRateTooHigh() {
        named(MadeUpEvidence.healthy().update(0.4), new LearningRateTooHigh(), "0.40 of their size");
        named(MadeUpEvidence.healthy().loss(7), new LearningRateTooHigh(), "rose to 7.00");
        clear(MadeUpEvidence.healthy().update(0.03), new LearningRateTooHigh());
    }

    @Test
    void learningRateTooLow() {
        named(MadeUpEvidence.healthy().update(1e-7).trainRight(0.6), new LearningRateTooLow(), "1e-07 of their size");
        clear(MadeUpEvidence.healthy().update(1e-7).trainRight(1), new LearningRateTooLow());
        clear(MadeUpEvidence.healthy().update(1e-4).trainRight(0.6), new LearningRateTooLow());
    }

    @Test
    void deadFilters() {
        named(MadeUpEvidence.healthy().dead(0.5), new DeadFilters(), "50 % of the channels behind features.2 are dead");
        clear(MadeUpEvidence.healthy().dead(0.4), new DeadFilters());
    }

    @Test
    void batchNormThatNeverSawABatch() {
        MadeUpEvidence evidence = MadeUpEvidence.healthy()
                .array("features.1.running_mean", Shape.of(2), 0)
                .array("features.1.running_var", Shape.of(2), 1);
        named(evidence, new BatchNormAsleep(), "it never saw a batch in training");
    }

    @Test
    void batchNormOfConstants() {
        MadeUpEvidence evidence = MadeUpEvidence.healthy().array("features.1.running_var", Shape.of(2), 1e-9);
        named(evidence, new BatchNormAsleep(), "the variance of 100 % of its channels is next to 0");
    }

    @Test
    void batchNormThatIsSwitchedOff() {
        MadeUpEvidence evidence = MadeUpEvidence.healthy().array("features.1.weight", Shape.of(2), 1e-5);
        named(evidence, new BatchNormAsleep(), "100 % of its channels are multiplied by next to 0");
    }
}
