package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.dataset.Splits.Leaks;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static final Content NOTHING = new Content.Sound(new Waveform(new float[0], 1));

    private static Item item(String name, int label, String group, int fold) {
        return new Item(name, List.of(label), group, fold, NOTHING);
    }

    /** 40 items of two classes, by twos of one recording. */
    private static ItemSet pairs() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(item("i" + i, i % 4 / 2, "g" + i / 2, i / 2 % 5 + 1));
        }
        return new ItemSet("pairs", List.of("a", "b"), GroupKind.RECORDING, items, List.of());
    }

    @Test
    void everyItemIsTestedOnceAndNoGroupIsTorn() {
        List<TrainTest<Item>> splits = Splits.byGroup(pairs().items(), 5, 1);
        assertThat(splits).hasSize(5).allSatisfy(split -> {
            assertThat(split.train()).hasSize(32);
            assertThat(split.leaks()).isEmpty();
            assertThat(split.test().stream().filter(item -> item.label() == 0)).hasSize(4);
        });
        assertThat(splits.stream().flatMap(split -> split.test().stream()))
                .containsExactlyInAnyOrderElementsOf(pairs().items());
        assertThat(splits).isEqualTo(Splits.byGroup(pairs().items(), 5, 1));
        assertThat(splits).isNotEqualTo(Splits.byGroup(pairs().items(), 5, 2));
    }

    @Test
    void officialFoldsAreTestedInTurn() throws DatasetException {
        List<TrainTest<Item>> splits = Splits.official(pairs());
        assertThat(splits).hasSize(5);
        assertThat(splits.get(1).test()).extracting(Item::fold).containsOnly(2).hasSize(8);
        assertThat(splits.get(1).train()).extracting(Item::fold).containsOnly(1, 3, 4, 5);
    }

    @Test
    void setWithoutFoldsHasNoOfficialSplit() {
        ItemSet set = new ItemSet("s", List.of("a"), GroupKind.CLIP, List.of(item("x", 0, "x", 0)), List.of());
        assertThatThrownBy(() -> Splits.official(set))
                .hasMessage("s: its items have 0 official folds; expected at least two; split by group");
    }

    @Test
    void randomSplitOfGroupedSetIsRefusedUnlessAskedFor() throws DatasetException {
        String message =
                "pairs: 40 items, but only 20 times another recording: a random split tests on what was trained"
                        + " on; split by group, or ask for it by name: --split random";
        assertThatThrownBy(() -> Splits.random(pairs(), 0.2, 1, Leaks.REFUSED))
                .isInstanceOf(DatasetException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Splits.scikitLearn(pairs(), 0.2, 1, Leaks.REFUSED))
                .hasMessage(message);
        TrainTest<Item> split = Splits.random(pairs(), 0.2, 1, Leaks.ACCEPTED);
        assertThat(split.test()).hasSize(8);
        assertThat(split.train()).hasSize(32).doesNotContainAnyElementsOf(split.test());
        assertThat(split.leaks()).isNotEmpty();
        assertThat(split).isEqualTo(Splits.random(pairs(), 0.2, 1, Leaks.ACCEPTED));
        assertThat(split).isNotEqualTo(Splits.random(pairs(), 0.2, 2, Leaks.ACCEPTED));
    }

    @Test
    void randomSplitIsFineWhereNothingBelongsTogether() throws DatasetException {
        ItemSet set = new ItemSet(
                "s",
                List.of("a"),
                GroupKind.CLIP,
                List.of(item("x", 0, "x", 0), item("y", 0, "y", 0), item("z", 0, "z", 0)),
                List.of());
        assertThat(Splits.random(set, 0.34, 1, Leaks.REFUSED).test()).hasSize(2);
    }

    @Test
    void leaksAreCountedInWords() {
        TrainTest<Item> split = new TrainTest<>(
                List.of(item("a", 0, "g", 0)),
                List.of(item("b", 0, "g", 0), item("c", 0, "h", 0), item("d", 0, "i", 0)));
        assertThat(split.leaks()).extracting(Item::name).containsExactly("b");
        assertThat(split.leakage(GroupKind.TRACK))
                .isEqualTo("1 of 3 test items (33.3 %) share their track with training");
    }

    /** {@code numpy.random.RandomState(seed).permutation(n)} of NumPy 1.24. */
    @Test
    void permutationIsNumpys() {
        assertThat(new NumpyRandom(42).permutation(20))
                .containsExactly(0, 17, 15, 1, 8, 5, 11, 3, 18, 16, 13, 2, 9, 19, 4, 12, 7, 10, 14, 6);
        assertThat(new NumpyRandom(7).permutation(5)).containsExactly(0, 3, 2, 1, 4);
        assertThat(new NumpyRandom((1L << 32) - 1).permutation(6)).containsExactly(1, 4, 5, 0, 2, 3);
    }

    @Test
    void originalSplitOfEsc50TestsOn143ClipsOfRecordingsThatItTrainedOn() throws IOException {
        Path real = Path.of(System.getProperty("vitrine.data", "")).resolve("esc10");
        if (!Files.isDirectory(real)) {
            Assumptions.abort("no ESC-50 at " + real);
        }
        ItemSet all = Esc50.table(real, Esc50.Part.ESC_50);
        TrainTest<Item> split = Splits.scikitLearn(all, 0.2, 42, Leaks.ACCEPTED);
        assertThat(split.leakage(all.groups()))
                .isEqualTo("143 of 400 test items (35.8 %) share their recording with training");
    }

    /** Four recordings were cut into clips of two classes, as hen and rooster, which stand in two folds. */
    @Test
    void officialFoldsOfEsc50ShareFourRecordings() throws IOException {
        Path real = Path.of(System.getProperty("vitrine.data", "")).resolve("esc10");
        if (!Files.isDirectory(real)) {
            Assumptions.abort("no ESC-50 at " + real);
        }
        List<TrainTest<Item>> folds = Splits.official(Esc50.table(real, Esc50.Part.ESC_50));
        assertThat(folds).hasSize(5).allSatisfy(fold -> assertThat(fold.test()).hasSize(400));
        List<Item> leaks = folds.stream().flatMap(fold -> fold.leaks().stream()).toList();
        assertThat(leaks).hasSize(9);
        assertThat(leaks).extracting(Item::group).containsOnly("131943", "134049", "209698", "234879");
    }
}
