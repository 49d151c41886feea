package dev.vitrine.experiments.esc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.dataset.Draw;
import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Protocol;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscExperimentTest {
    private static EscExperiment experiment(EscView view) {
        return new EscExperiment(Esc50.Part.ESC_10, view, Begin.scratch(), Protocol.LEAK_FREE);
    }

    /** The second, third and fourth stand in the description; "features" must have at most 15,000 weights. */
    @ParameterizedTest
    @CsvSource({"RAW, 50, 29186", "ORIGINAL, 50, 49762", "MLP, 50, 89138", "FEATURES, 10, 12162", "TRANSFER, 10, 212186"
    })
    void networkHasItsWeights(EscView view, int classes, int weights) {
        try (Device device = new JavaDevice()) {
            assertThat(Network.of(device, experiment(view).network(classes), 1).trainableCount())
                    .isEqualTo(weights);
        }
    }

    @ParameterizedTest
    @EnumSource
    void settingsMakeItAgain(EscView view) {
        EscExperiment experiment =
                new EscExperiment(Esc50.Part.ESC_50, view, new Begin(Begin.SCRATCH, 3), Protocol.ORIGINAL);
        assertThat(EscExperiment.of(experiment.settings())).isEqualTo(experiment);
    }

    @ParameterizedTest
    @EnumSource
    void madeSoundsHaveTheNetworksShape(EscView view) throws IOException {
        Material material = experiment(view).load(DataSource.synthesised(1, 1), Strictness.STRICT, (done, of) -> {});
        assertThat(material.classes()).hasSize(10);
        assertThat(material.clips()).extracting(Labelled::label).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Lens lens = material.fit(material.clips());
        assertThat(lens.input()).isEqualTo(view.input());
        for (Labelled clip : material.clips()) {
            assertThat(lens.views(clip).get(0).values()).hasSize(view.input().elements());
        }
    }

    /** The original's random split of the full table: a fault that was published. */
    @Test
    void leakOfTheOriginalSplitIsCounted() throws IOException {
        Path folder = Path.of(System.getProperty("vitrine.data", "")).resolve("esc10");
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("no ESC-10 at " + folder);
        }
        assertThat(EscExperiment.leak(Esc50.table(folder, Esc50.Part.ESC_50)))
                .isEqualTo("leak: the original split of esc50 tests on 400 clips, and 143 of them (35.8 %) are cut from"
                        + " recordings that it trains on");
    }

    @Test
    void refusesFiftyClassesWhereTenAreThere() {
        Path folder = Path.of(System.getProperty("vitrine.data", "")).resolve("esc10");
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("no ESC-10 at " + folder);
        }
        EscExperiment fifty = new EscExperiment(Esc50.Part.ESC_50, EscView.MLP, Begin.scratch(), Protocol.LEAK_FREE);
        assertThatThrownBy(() ->
                        fifty.load(DataSource.recordings(folder.toString()), Strictness.LENIENT, (done, of) -> {}))
                .isInstanceOf(UserError.class)
                .hasMessage(folder + ": no sound of 40 of the 50 classes, pig first; expected all of them, or"
                        + " --classes 10 for ESC-10");
    }

    @Test
    void originalProtocolValidatesOnARandomFifthThatItAlsoTestsOn() throws IOException {
        EscExperiment experiment =
                new EscExperiment(Esc50.Part.ESC_10, EscView.MLP, Begin.scratch(), Protocol.ORIGINAL);
        Material material = experiment.load(DataSource.synthesised(2, 1), Strictness.STRICT, (done, of) -> {});
        Split split = experiment.splits(material).orElseThrow().get(0);
        assertThat(split.test()).hasSize(4).isEqualTo(split.validation());
        assertThat(split.train()).hasSize(16).doesNotContainAnyElementsOf(split.test());
        assertThat(experiment(EscView.MLP).splits(material)).isEmpty();
    }

    @Test
    void turnMovesAllRowsByTheSameAndLosesNothing() {
        float[] x = {1, 2, 3, 4, 11, 12, 13, 14};
        Turn.of(4).vary(x, Draw.of(5));
        int shift = (int) x[0] - 1;
        for (int i = 0; i < 4; i++) {
            assertThat(x[i]).isEqualTo(1 + (i + shift) % 4);
            assertThat(x[4 + i]).isEqualTo(x[i] + 10);
        }
    }

    @Test
    void masksHideNeighbouringRowsAndColumnsAndNoMore() {
        int rows = 0;
        int columns = 0;
        for (int seed = 0; seed < 50; seed++) {
            float[] x = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
            Mask.ofRows(3, 2).vary(x, Draw.of(seed));
            rows = Math.max(rows, hidden(x));
            assertThat(hidden(x) % 3).isZero();
            float[] y = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
            Mask.ofColumns(3, 2).vary(y, Draw.of(seed));
            columns = Math.max(columns, hidden(y));
            assertThat(hidden(y) % 4).isZero();
        }
        assertThat(rows).isEqualTo(6);
        assertThat(columns).isEqualTo(8);
    }

    private static int hidden(float[] x) {
        int hidden = 0;
        for (float value : x) {
            hidden += value == 0 ? 1 : 0;
        }
        return hidden;
    }

    @Test
    void pictureHasLowPitchAtTheBottomAndTheLoudestAtOne() {
        double[][] levels = {{0, 0, -40, -40}, {0, 0, -40, -40}, {-80, -80, -90, -90}, {-80, -80, -90, -90}};
        assertThat(Spectrogram.picture(levels)).containsExactly(0, 0, 1, 0.5f, 0, 0, 1, 0.5f, 0, 0, 1, 0.5f);
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Begin.with("nowhere", 1))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "--weights nowhere: expected a folder with model.json of Darknet Tiny, a run of drawn-images,"
                                + " or none");
        assertThatThrownBy(() -> Begin.with(Begin.SCRATCH, -1))
                .isInstanceOf(UserError.class)
                .hasMessage("--frozen must be at least 0, got -1");
    }
}
