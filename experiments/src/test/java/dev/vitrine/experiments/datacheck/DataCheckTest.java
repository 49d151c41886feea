package dev.vitrine.experiments.datacheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vitrine.audio.audioset.EmbeddingSynth;
import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.dataset.KnownSet;
import dev.vitrine.experiments.dataset.MadeUpSet;
import dev.vitrine.experiments.dataset.SplitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are planted in a healthy set, one by one. */
class DataCheckTest {
    @TempDir
    private Path folder;

    private static List<Finding> about(CheckReport report, Topic topic) {
        return report.findings().stream().filter(one -> one.topic() == topic).toList();
    }

    private static Finding the(CheckReport report, Topic topic) {
        return assertThat(about(report, topic)).singleElement().actual();
    }

    @Test
    void healthySetHasNothingAboveANote() throws IOException {
        assertThat(Planted.healthy(20).check().atLeast(Severity.WARNING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = KnownSet.class,
            names = {"CATS_DOGS", "ESC_10", "NSYNTH", "GTZAN"})
    void madeUpSoundsAreHealthy(KnownSet kind) throws IOException {
        ItemSet set = MadeUpSet.of(kind, kind == KnownSet.NSYNTH ? 6 : 4, 3, (done, of) -> {})
                .orElseThrow();
        List<Parting> halves = Parting.of(set, Optional.empty(), Optional.empty(), 2, 1);
        assertThat(Planted.check(set, CheckOptions.usual(halves)).atLeast(Severity.WARNING))
                .isEmpty();
    }

    @Test
    void copyAcrossTheSplitIsSerious() throws IOException {
        Planted set = Planted.healthy(20);
        float[] bark = Planted.fresh(1, 0);
        set.items()
                .replaceAll(
                        item -> new Item(item.name(), item.labels(), item.group(), 1 + item.label(), item.content()));
        set.add("bark_14.wav", 1, "a", 1, new Waveform(bark, Planted.RATE));
        set.add("bark_15.wav", 1, "b", 2, new Waveform(bark.clone(), Planted.RATE));
        Finding finding = the(set.check(), Topic.COPIES);
        assertThat(finding.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(finding.items()).containsExactly("bark_14.wav", "bark_15.wav");
        assertThat(finding.sentence())
                .isEqualTo("2 items hold the same content, value by value, and the split trains on one and tests on"
                        + " another: bark_14.wav (test), bark_15.wav (train).");
        assertThat(the(set.check(), Topic.SPLIT).items()).contains("bark_14.wav", "bark_15.wav");
    }

    @Test
    void repeatedNoiseIsFound() throws IOException {
        Planted set = Planted.healthy(20);
        float[] noise = Planted.fresh(1, 3);
        for (int i = 0; i < 4; i++) {
            set.add("brass_" + i, 1, "one instrument", noise.clone());
        }
        Finding finding = the(set.check(), Topic.COPIES);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.sentence())
                .isEqualTo("4 items hold only 1 content between them; one of these stands 4 times.");
        assertThat(finding.items()).containsExactly("brass_0 = brass_1 = brass_2 = brass_3");
    }

    @Test
    void oneSoundWithTwoLabelsIsSerious() throws IOException {
        float[] sound = Planted.fresh(0, 0);
        CheckReport report = Planted.healthy(20)
                .add("x.wav", 0, "x", sound)
                .add("y.wav", 1, "x", sound.clone())
                .check();
        assertThat(about(report, Topic.LABELS))
                .extracting(Finding::severity, Finding::sentence)
                .contains(tuple(Severity.SERIOUS, "One and the same content is labelled cat and dog."));
    }

    @Test
    void cutsOfOneSoundAreFoundWhateverTheirLoudness() throws IOException {
        Waveform whole = new Waveform(join(Planted.fresh(1, 0), Planted.fresh(1, 1)), Planted.RATE);
        double length = whole.seconds();
        Waveform first = whole.cut(0, 0.75 * length);
        Waveform second = whole.cut(0.2 * length, length).scaled(0.5);
        CheckReport apart = Planted.healthy(20)
                .add("a.wav", 1, "a", first.samples())
                .add("b.wav", 1, "b", second.samples())
                .check();
        assertThat(the(apart, Topic.OVERLAPS)).satisfies(finding -> {
            assertThat(finding.severity()).isIn(Severity.SERIOUS, Severity.WARNING);
            assertThat(finding.items()).containsExactly("a.wav ~ b.wav");
        });
        CheckReport together = Planted.healthy(20)
                .add("a.wav", 1, "a", first.samples())
                .add("b.wav", 1, "a", second.samples())
                .check();
        assertThat(the(together, Topic.OVERLAPS).severity()).isEqualTo(Severity.NOTE);
    }

    private static float[] join(float[] one, float[] other) {
        float[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    @Test
    void spoiltSamplesAreFoundAndNamed() throws IOException {
        float[] clipped = Planted.fresh(0, 0);
        float top = 0.3f * new Waveform(clipped, Planted.RATE).peak();
        float[] offset = Planted.fresh(0, 1);
        float[] broken = Planted.fresh(0, 2);
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.max(-top, Math.min(top, clipped[i]));
        }
        for (int i = 0; i < offset.length; i++) {
            offset[i] += 0.1f;
        }
        broken[100] = Float.NaN;
        float[] half = Arrays.copyOf(Planted.fresh(0, 3), 20 * Planted.RATE);
        CheckReport report = Planted.healthy(40)
                .add("clipped", 0, "c", clipped)
                .add("offset", 0, "o", offset)
                .add("broken", 0, "b", broken)
                .add("half", 0, "h", half)
                .add("mute", 0, "m", new float[Planted.RATE])
                .check();
        assertThat(the(report, Topic.CLIPPING).items()).containsExactly("clipped");
        assertThat(the(report, Topic.OFFSET).items()).containsExactly("offset");
        assertThat(the(report, Topic.NUMBERS).items()).containsExactly("broken");
        assertThat(the(report, Topic.NUMBERS).severity()).isEqualTo(Severity.SERIOUS);
        assertThat(about(report, Topic.SILENCE))
                .extracting(Finding::severity, Finding::items, Finding::sentence)
                .containsExactly(
                        tuple(
                                Severity.SERIOUS,
                                List.of("mute"),
                                "1 of 85 (1.2 %) items are silent from beginning to end."),
                        tuple(
                                Severity.NOTE,
                                List.of("half"),
                                "1 of 85 (1.2 %) items are silent for more than half of their time."));
    }

    @Test
    void sampleRatesThatDifferAreFound() throws IOException {
        CheckReport report = Planted.healthy(20)
                .add("slow", 0, "s", Item.NO_FOLD, new Waveform(Planted.fresh(0, 0), 8000))
                .check();
        assertThat(the(report, Topic.RATES).items()).containsExactly("slow");
    }

    @Test
    void unreadableFilesAreNamed() throws IOException {
        Planted set = Planted.healthy(20);
        Path missing = folder.resolve("missing.wav");
        set.items().add(new Item("missing", List.of(0), "x", Item.NO_FOLD, new Content.SoundAt(missing)));
        assertThat(the(set.check(), Topic.READING).items())
                .singleElement()
                .asString()
                .contains("missing.wav");
    }

    @Test
    void unevenAndAbsentClassesAreFound() throws IOException {
        Planted set = Planted.healthy(3);
        for (int i = 0; i < 30; i++) {
            set.add("more" + i, 1, "g" + i, Planted.fresh(1, i));
        }
        Finding finding = the(set.check(), Topic.CLASSES);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.sentence())
                .isEqualTo(
                        "dog has 33 items, 11.0 times as many as cat: who always says dog is right 91.7 % of the time.");
        ItemSet absent = new ItemSet(
                "s",
                List.of("cat", "dog", "cow"),
                GroupKind.RECORDING,
                Planted.healthy(10).items(),
                List.of());
        assertThat(the(Planted.check(absent), Topic.CLASSES).items()).containsExactly("cow");
    }

    @Test
    void randomSplitOfGroupsIsANoteUnlessItIsWanted() throws IOException {
        List<Item> items = new ArrayList<>();
        for (Item item : Planted.healthy(20).items()) {
            items.add(new Item(
                    item.name(), item.labels(), item.label() + "-" + items.size() / 8, Item.NO_FOLD, item.content()));
        }
        ItemSet set = new ItemSet("grouped", List.of("cat", "dog"), GroupKind.RECORDING, items, List.of());
        assertThat(the(Planted.check(set), Topic.SPLIT)).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.sentence())
                    .startsWith("A random split of 80 to 20")
                    .contains("8 of 8 (100.0 %)");
        });
        CheckReport wanted = Planted.check(set, Planted.options(set, SplitKind.RANDOM));
        assertThat(the(wanted, Topic.SPLIT).severity()).isEqualTo(Severity.SERIOUS);
    }

    @Test
    void batchesOfOneClassAreSeriousOnlyWithoutAShuffle() throws IOException {
        List<Item> items = new ArrayList<>(Planted.healthy(64).items());
        items.sort(Comparator.comparing(Item::label));
        ItemSet set = new ItemSet("sorted", List.of("cat", "dog"), GroupKind.RECORDING, items, List.of());
        assertThat(batches(set, BatchOrder.SHUFFLED, 1)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.sentence())
                    .startsWith(
                            "The set is stored class by class: without a shuffle the most frequent class fills 100 % of"
                                    + " a batch, ")
                    .endsWith(" % if all is shuffled.");
        });
        assertThat(batches(set, BatchOrder.STORED, 1)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.SERIOUS);
            assertThat(finding.sentence()).contains("the last 2 in a row hold nothing but dog");
        });
        assertThat(batches(set, BatchOrder.BUFFERED, 3))
                .extracting(Finding::severity)
                .containsExactly(Severity.SERIOUS);
        assertThat(batches(set, BatchOrder.INTERLEAVED, 1))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTE);
    }

    private static List<Finding> batches(ItemSet set, BatchOrder order, int buffer) {
        return new BatchProbe()
                .look(Planted.unread(set), new CheckOptions(List.of(), order, 32, buffer, 0, 2048, 1))
                .findings();
    }

    @Test
    void windowOfTenSamplesCannotCarryAFrame() throws IOException {
        ItemSet set = Planted.healthy(10).set();
        CheckOptions usual = Planted.options(set);
        CheckReport report = Planted.check(set, windowed(usual, 10));
        assertThat(the(report, Topic.WINDOWS)).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.SERIOUS);
            assertThat(finding.sentence())
                    .startsWith("A window of 10 samples (0.625 ms) does not fill one frame of 2,048: 99.5 %");
            assertThat(finding.remedy())
                    .contains("10 s would be 160,000 samples")
                    .contains("at least 2,048 are needed");
        });
        assertThat(about(Planted.check(set, windowed(usual, 2048)), Topic.WINDOWS))
                .isEmpty();
        assertThat(the(Planted.check(set, windowed(usual, 1_000_000)), Topic.WINDOWS)
                        .severity())
                .isEqualTo(Severity.NOTE);
    }

    private static CheckOptions windowed(CheckOptions usual, int window) {
        return new CheckOptions(
                usual.partings(), usual.order(), usual.batch(), usual.buffer(), window, usual.fftSize(), usual.seed());
    }

    @Test
    void embeddingsHaveNoOrderAndSomeAreShort() throws IOException {
        ItemSet set = EmbeddingSynth.set(100, 1);
        CheckReport report = Planted.check(set);
        assertThat(the(report, Topic.AXES).severity()).isEqualTo(Severity.WARNING);
        assertThat(the(report, Topic.AXES).sentence())
                .startsWith("The axis of the 128 numbers of a frame has no order:");
        assertThat(the(report, Topic.LENGTHS).sentence())
                .contains(" items have only 4 to ")
                .endsWith(" have 10 frames.");
    }

    @Test
    void logMelBandsHaveAnOrder() throws IOException {
        CheckReport report = Planted.healthy(12).check();
        assertThat(about(report, Topic.AXES)).isEmpty();
        assertThat(report.facts())
                .anyMatch(fact -> fact.name().equals("axis") && fact.words().endsWith(": an order"));
    }

    @Test
    void pageIsEightyWideAndEveryFindingNamesItsChart() throws IOException {
        CheckReport report = Planted.healthy(20)
                .add("x.wav", 0, "x", Planted.fresh(0, 0))
                .add("y.wav", 1, "x", Planted.fresh(0, 0))
                .add("mute", 0, "m", new float[Planted.RATE])
                .check();
        assertThat(report.page().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(report.page()).startsWith("planted\n=======\n").contains("\nFound: 2 serious, ");
        assertThat(report.findings())
                .isSortedAccordingTo(Comparator.comparing(Finding::severity).reversed());
        report.write(folder, "check.txt");
        report.writeJson(folder.resolve("check.json"));
        assertThat(folder.resolve("check.txt")).content().isEqualTo(report.page());
        assertThat(Files.readString(folder.resolve("check.json"))).contains("\"severity\" : \"SERIOUS\"");
        assertThat(report.findings())
                .extracting(Finding::chart)
                .filteredOn(chart -> !chart.isEmpty())
                .allSatisfy(chart -> {
                    assertThat(folder.resolve(chart + ".svg")).exists();
                    assertThat(folder.resolve(chart + ".png")).exists();
                    assertThat(folder.resolve(chart + ".csv")).exists();
                });
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new CheckOptions(List.of(), BatchOrder.SHUFFLED, 0, 1, 0, 2048, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("--batch must be at least 1, got 0");
    }
}
