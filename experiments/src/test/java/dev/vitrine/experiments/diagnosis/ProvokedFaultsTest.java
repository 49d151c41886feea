package dev.vitrine.experiments.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.train.NonFiniteLossException;
import dev.vitrine.experiments.preflight.MadeUpExperiment;
import dev.vitrine.experiments.preflight.MadeUpExperiment.Fault;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that are really there: small trainings on the Java device that go wrong as told. */
class ProvokedFaultsTest {
    @TempDir
    private Path runs;

    private static Plan plan(Plan.Optimization optimizer, double learningRate) {
        return new Plan(4, 30, 16, optimizer, learningRate, Plan.Decay.CONSTANT, 1, 1);
    }

    private static final Plan USUAL = plan(Plan.Optimization.ADAM, 0.01);

    private Report report(Fault fault, Plan plan, List<Split> splits) throws IOException {
        try (JavaDevice device = new JavaDevice()) {
            RunFolder folder = new MadeUpExperiment(fault).train(runs, plan, device, splits);
            Report report = Report.of(Evidence.of(folder));
            report.draw(folder.charts());
            for (String name : report.names()) {
                assertThat(folder.charts().resolve("diagnosis-" + name + ".png"))
                        .isNotEmptyFile();
            }
            return report;
        }
    }

    private Report report(Fault fault, Plan plan) throws IOException {
        return report(fault, plan, new MadeUpExperiment(fault).honest());
    }

    private static String sentence(Report report, String fault) {
        return report.faults().stream()
                .filter(each -> each.name().equals(fault))
                .findFirst()
                .orElseThrow()
                .found()
                .sentence();
    }

    @Test
    void healthyRunGivesNoAlarm() throws IOException {
        Report report = report(Fault.NONE, USUAL);
        assertThat(report.names()).isEmpty();
        assertThat(report.notRecorded()).isEmpty();
        assertThat(report.clear()).hasSize(Diagnosis.all().size());
    }

    @Test
    void unshuffledBatchesAreNamed() throws IOException {
        Report report = report(Fault.UNSHUFFLED, USUAL);
        assertThat(report.names()).contains("unshuffled-batches");
        assertThat(sentence(report, "unshuffled-batches")).contains("hold one class only", "0 % hold all 3");
    }

    @Test
    void anotherScaleInJudgingIsNamed() throws IOException {
        Report report = report(Fault.SCALED_APART, USUAL);
        assertThat(report.names()).contains("scaled-differently");
        assertThat(sentence(report, "scaled-differently")).contains("by a factor of 3.0");
    }

    @Test
    void noiseIsNamed() throws IOException {
        assertThat(report(Fault.NO_INFORMATION, USUAL).names()).contains("no-information");
    }

    @Test
    void axisWithoutNeighboursIsNamed() throws IOException {
        assertThat(report(Fault.UNORDERED, USUAL).names()).contains("unordered-axis");
    }

    @Test
    void vanishingGradientsAreNamed() throws IOException {
        assertThat(report(Fault.VANISHING, USUAL).names()).contains("vanishing-gradients");
    }

    @Test
    void learningRateOfABillionthIsNamed() throws IOException {
        Report report = report(Fault.NONE, plan(Plan.Optimization.ADAM, 1e-9));
        assertThat(report.names()).contains("learning-rate-too-low").doesNotContain("learning-rate-too-high");
        assertThat(sentence(report, "learning-rate-too-low")).startsWith("The learning rate 1.0E-9 is too low");
    }

    @Test
    void learningRateOfAHundredIsNamed() throws IOException {
        Report report = report(Fault.NONE, plan(Plan.Optimization.ADAM, 100));
        assertThat(report.names()).contains("learning-rate-too-high").doesNotContain("learning-rate-too-low");
    }

    @Test
    void trainingThatBreaksOffLeavesWhy() throws IOException {
        MadeUpExperiment experiment = new MadeUpExperiment(Fault.NOT_A_NUMBER);
        try (JavaDevice device = new JavaDevice()) {
            assertThatThrownBy(() -> experiment.train(runs, USUAL, device, experiment.honest()))
                    .isInstanceOf(NonFiniteLossException.class);
        }
        Path run = runs.resolve("made-up-20260101-000000");
        Report report = Report.of(Evidence.of(RunFolder.open(run)));
        assertThat(report.names()).containsExactly("exploding-gradients");
        assertThat(sentence(report, "exploding-gradients"))
                .startsWith("Training broke off: loss is")
                .contains("a gradient that is no number");
        report.draw(run.resolve("charts"));
    }

    @Test
    void testClipsFromTheTrainingPoolAreNamed() throws IOException {
        Split honest = new MadeUpExperiment(Fault.NONE).honest().get(0);
        List<String> test = new ArrayList<>(honest.test());
        test.addAll(honest.train().subList(0, 4));
        Report report = report(Fault.NONE, USUAL, List.of(new Split(honest.train(), honest.validation(), test)));
        assertThat(report.names()).containsExactly("leak");
        assertThat(sentence(report, "leak"))
                .startsWith("4 of 40 test clips (10.0 %) are known from training: 4 as the same clip; ");
    }

    @Test
    void testPartThatValidatesIsNamed() throws IOException {
        Split honest = new MadeUpExperiment(Fault.NONE).honest().get(0);
        Report report = report(Fault.NONE, USUAL, List.of(new Split(honest.train(), honest.test(), honest.test())));
        assertThat(report.names()).containsExactly("test-used-for-selection");
    }

    @Test
    void tenClipsSayNothing() throws IOException {
        Split honest = new MadeUpExperiment(Fault.NONE).honest().get(0);
        Report report = report(
                Fault.NONE,
                USUAL,
                List.of(new Split(
                        honest.train(), honest.validation(), honest.test().subList(0, 10))));
        assertThat(report.names()).containsExactly("few-test-clips");
        assertThat(sentence(report, "few-test-clips")).contains(" of 10 right means ");
    }

    @Test
    void oldRunWithoutRecordsIsNoError() throws IOException {
        try (JavaDevice device = new JavaDevice()) {
            MadeUpExperiment experiment = new MadeUpExperiment(Fault.NONE);
            RunFolder folder = experiment.train(runs, USUAL, device, experiment.honest());
            Files.delete(folder.layers());
            Files.delete(folder.batches());
            Files.delete(folder.preflight());
            Files.delete(folder.cost());
            Report report = Report.of(Evidence.of(folder));
            assertThat(report.names()).isEmpty();
            assertThat(report.notRecorded())
                    .contains("unshuffled-batches", "scaled-differently", "dead-filters", "learning-rate-too-low");
            assertThat(report.clear()).contains("leak", "constant-predictor");
        }
    }
}
