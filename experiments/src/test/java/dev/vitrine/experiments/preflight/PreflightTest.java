package dev.vitrine.experiments.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.io.Checkpoint;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.experiments.preflight.MadeUpExperiment.Fault;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    private static final Plan PLAN = new Plan(5, 20, 16, Plan.Optimization.ADAM, 0.01, Plan.Decay.CONSTANT, 1, 1);

    private static Preflight of(Fault fault) throws IOException {
        return of(fault, new MadeUpExperiment(fault).honest());
    }

    private static Preflight of(Fault fault, List<Split> splits) throws IOException {
        MadeUpExperiment experiment = new MadeUpExperiment(fault);
        Material material = experiment.load(DataSource.synthesised(1, 1), Strictness.STRICT, (done, of) -> {});
        try (JavaDevice device = new JavaDevice()) {
            return Preflight.of(experiment.config(PLAN, splits, material), experiment, material, device);
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

    private static Split honest() {
        return new MadeUpExperiment(Fault.NONE).honest().get(0);
    }

    private static String found(Preflight preflight, String name) {
        return preflight.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow()
                .found();
    }

    @Test
    void testClipsThatAreLearnedFromAreSeen() throws IOException {
        List<String> test = new ArrayList<>(honest().test());
        test.addAll(honest().train().subList(0, 4));
        Preflight preflight = of(Fault.NONE, List.of(new Split(honest().train(), honest().validation(), test)));
        assertThat(toLookAt(preflight)).containsExactly("test clips known already");
        assertThat(found(preflight, "test clips known already")).isEqualTo("4 of 40");
        assertThat(preflight.advice()).hasSize(1).first().asString().contains("split by recording");
    }

    @Test
    void testClipsThatValidateAreSeen() throws IOException {
        Preflight preflight = of(Fault.NONE, List.of(new Split(honest().train(), honest().test(), honest().test())));
        assertThat(toLookAt(preflight)).containsExactly("test clips that validate");
        assertThat(found(preflight, "test clips that validate")).isEqualTo("36 of 36");
    }

    @Test
    void classThatIsJudgedAndNeverLearnedIsSeen() throws IOException {
        List<String> train = withoutClass(honest().train(), 2);
        Preflight preflight = of(Fault.NONE, List.of(new Split(train, honest().validation(), honest().test())));
        assertThat(toLookAt(preflight)).contains("classes in training");
        assertThat(found(preflight, "classes in training")).isEqualTo("2 of 3");
        assertThat(preflight.advice())
                .anyMatch(line -> line.startsWith("classes in training: Clips of high are judged, and in a fold none"));
    }

    @Test
    void classThatIsNowhereIsNoFault() throws IOException {
        Split without = new Split(
                withoutClass(honest().train(), 2),
                withoutClass(honest().validation(), 2),
                withoutClass(honest().test(), 2));
        Preflight preflight = of(Fault.NONE, List.of(without));
        assertThat(toLookAt(preflight)).isEmpty();
        assertThat(found(preflight, "classes in training")).isEqualTo("2 of 3");
    }

    private static List<String> withoutClass(List<String> names, int label) {
        return Split.named(MadeUpExperiment.clips(), names).stream()
                .filter(clip -> clip.label() != label)
                .map(Labelled::name)
                .toList();
    }

    @Test
    void copiesOfTwoClassesAreSeen() throws IOException {
        Preflight preflight = of(Fault.COPIES);
        assertThat(toLookAt(preflight)).contains("clips that are copies");
        assertThat(found(preflight, "clips that are copies")).isEqualTo("1 of 180");
        assertThat(found(of(Fault.NONE), "clips that are copies")).isEqualTo("none");
        assertThat(preflight.advice())
                .anyMatch(line -> line.contains("clip_000 and clip_001 hold the same sound and are of two classes"));
    }

    @Test
    void windowsOfTenSamplesAreSeen() throws IOException {
        Preflight preflight = of(Fault.TEN_SAMPLES);
        assertThat(toLookAt(preflight)).containsExactly("samples heard at once");
        assertThat(preflight.table()).containsPattern("samples heard at once +10 +from 2,048 \\(a frame\\) +look");
        assertThat(preflight.table().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void oneColumnOfLabelsForTwoQuestionsIsSeen() throws IOException {
        Preflight preflight = of(Fault.ONE_COLUMN);
        assertThat(toLookAt(preflight)).containsExactly("labels against the data's");
        assertThat(found(preflight, "labels against the data's")).isEqualTo("120 differ");
    }

    /** Networks that are tried are made for the purpose. */
    @Test
    void trainingComesToTheSameBitsWithAPreflightAndWithout(@TempDir Path runs) throws IOException {
        MadeUpExperiment experiment = new MadeUpExperiment(Fault.NONE);
        try (JavaDevice device = new JavaDevice()) {
            Path looked =
                    experiment.train(runs, PLAN, device, experiment.honest()).checkpoints();
            Path unlooked = experiment
                    .trainUnlooked(runs, PLAN, device, experiment.honest())
                    .checkpoints();
            assertThat(Checkpoint.read(looked, "fold-1-last").arrays()).isNotEmpty();
            Checkpoint.read(looked, "fold-1-last")
                    .arrays()
                    .forEach((path, array) -> assertThat(array.values())
                            .as(path)
                            .isEqualTo(Objects.requireNonNull(bits(unlooked).get(path), path)
                                    .values()));
        }
    }

    private static Map<String, HostArray> bits(Path checkpoints) {
        try {
            return Checkpoint.read(checkpoints, "fold-1-last").arrays();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
