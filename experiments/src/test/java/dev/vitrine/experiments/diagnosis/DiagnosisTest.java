package dev.vitrine.experiments.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.LabelColumn;
import java.util.List;
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
                "Worse than the majority: the network is right on 51.7 % (38.4 to 64.8) of the test clips; always"
                        + " saying the most frequent class is right on 60.0 %");
        named(new MadeUpEvidence(0.4, 8, 14), new NoBetterThanMajority(), "Not surely better than the majority: ");
        clear(new MadeUpEvidence(0.4, 3, 20), new NoBetterThanMajority());
    }

    @Test
    void windowsOfTenSamplesHoldNoInformation() {
        Hearing ten = new Hearing(10, 2048, 22_050);
        named(
                new MadeUpEvidence(0.5, 15, 15).hearing(ten),
                new NoInformation(),
                "information in the input: windows of 10 samples (0.45 ms), where one frame of the features takes"
                        + " 2,048");
        clear(MadeUpEvidence.healthy().hearing(new Hearing(22_050, 2048, 22_050)), new NoInformation());
        clear(MadeUpEvidence.healthy(), new NoInformation());
    }

    @Test
    void oneColumnOfLabelsForTwoQuestions() {
        List<Integer> music = List.of(1, 1, 0, 0);
        List<Integer> speech = List.of(0, 0, 1, 1);
        named(
                MadeUpEvidence.healthy()
                        .columns(new LabelColumn("music", music, music), new LabelColumn("speech", speech, music)),
                new SameLabels(),
                "The same labels are used twice: the models for music and for speech are taught by one column of 4"
                        + " labels, though the data set answers the two questions differently for 4 clips; 4 labels are"
                        + " wrong.");
        clear(
                MadeUpEvidence.healthy()
                        .columns(new LabelColumn("music", music, music), new LabelColumn("speech", speech, speech)),
                new SameLabels());
        clear(
                MadeUpEvidence.healthy()
                        .columns(new LabelColumn("music", music, music), new LabelColumn("song", music, music)),
                new SameLabels());
    }

    @Test
    void classThatIsTestedAndNeverTaught() {
        named(
                MadeUpEvidence.healthy().withoutYesInTraining(),
                new MissingClass(),
                "No clip of yes is learned from in fold 1, and 30 of its test clips are");
        clear(MadeUpEvidence.healthy(), new MissingClass());
    }

    @Test
    void imbalance() {
        named(new MadeUpEvidence(0.1, 0, 1), new Imbalance(), "yes is 10.0 % of the training clips");
        clear(new MadeUpEvidence(0.1, 4, 6), new Imbalance());
        clear(new MadeUpEvidence(0.5, 0, 10), new Imbalance());
        clear(new MadeUpEvidence(0.3, 0, 0), new Imbalance());
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
