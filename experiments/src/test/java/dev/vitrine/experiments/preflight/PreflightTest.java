package dev.vitrine.experiments.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.experiments.preflight.MadeUpExperiment.Fault;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Plan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Plan PLAN = new Plan(5, 20, 16, Plan.Optimization.ADAM, 0.01, Plan.Decay.CONSTANT, 1, 1);

    private static Preflight of(Fault fault) throws IOException {
        MadeUpExperiment experiment = new MadeUpExperiment(fault);
        Material material = experiment.load(DataSource.synthesised(1, 1), Strictness.STRICT, (done, of) -> {});
        try (JavaDevice device = new JavaDevice()) {
            return Preflight.of(experiment.config(PLAN, experiment.honest(), material), experiment, material, device);
        }
    }

    private static List<String> toLookAt(Preflight preflight) {
        return preflight.checks().stream()
                .filter(check -> check.verdict() == Check.Verdict.BAD)
                .map(Check::name)
                .toList();
    }

    @Test
    void healthyExperimentPassesInATableOf80Columns() throws IOException {
        Preflight preflight = of(Fault.NONE);
        assertThat(toLookAt(preflight)).isEmpty();
        assertThat(preflight.passed()).isTrue();
        assertThat(preflight.advice()).isEmpty();
        assertThat(preflight.table().lines()).allMatch(line -> line.length() <= 80);
        assertThat(preflight.table()).contains("1.10 (ln 3)", "8 of 8 parameters", "16 of 16 in", "learns 16 by heart");
        assertThat(preflight.scales().enough()).isTrue();
        assertThat(preflight.scales().factor()).isEqualTo(1);
    }

    @Test
    void batchesInTheOrderOfTheClassesAreSeen() throws IOException {
        assertThat(toLookAt(of(Fault.UNSHUFFLED))).containsExactly("one class in a batch");
    }

    @Test
    void anotherScaleInJudgingIsSeen() throws IOException {
        Preflight preflight = of(Fault.SCALED_APART);
        assertThat(toLookAt(preflight)).containsExactly("training against judging");
        assertThat(preflight.scales().factor()).isBetween(2.9, 3.1);
        assertThat(preflight.advice()).hasSize(1).first().asString().contains("scaled differently");
    }

    @Test
    void inputsThatAreNotScaledShowInTheFirstLoss() throws IOException {
        assertThat(toLookAt(of(Fault.UNSCALED))).contains("loss when untrained");
    }

    @Test
    void inputsThatAreNoNumbersAreSeen() throws IOException {
        assertThat(toLookAt(of(Fault.NOT_A_NUMBER))).containsExactly("inputs are numbers");
    }

    @Test
    void axisWithoutOrderIsSeen() throws IOException {
        assertThat(of(Fault.UNORDERED).axes()).singleElement().satisfies(axis -> {
            assertThat(axis.kernel()).isEqualTo(5);
            assertThat(axis.unordered()).isTrue();
        });
        assertThat(of(Fault.NONE).axes())
                .singleElement()
                .satisfies(axis -> assertThat(axis.unordered()).isFalse());
    }

    @Test
    void noiseTeachesALinearModelNothing() throws IOException {
        Summaries noise = of(Fault.NO_INFORMATION).summaries();
        Summaries waves = of(Fault.NONE).summaries();
        assertThat(waves.right()).isGreaterThan(2 * noise.right());
        assertThat(noise.columns()).isEqualTo(3);
        assertThat(noise.flat()).isZero();
    }
}
