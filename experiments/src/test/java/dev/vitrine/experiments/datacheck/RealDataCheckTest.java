package dev.vitrine.experiments.datacheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.dataset.KnownSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is known of the public sets is found without a hint; needs their files. */
class RealDataCheckTest {
    private static Path place(String name) {
        Path folder = Path.of(System.getProperty("vitrine.data", "")).resolve(name);
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("no data at " + folder);
        }
        return folder;
    }

    private static CheckReport check(KnownSet kind, String name) throws IOException {
        Path folder = place(name);
        ItemSet set = kind.load(folder, Strictness.LENIENT, (done, of) -> {});
        List<Parting> partings = Parting.of(set, Optional.of(folder), Optional.empty(), 5, 1);
        return DataCheck.of(set, CheckOptions.usual(partings), (done, of) -> {});
    }

    private static List<Finding> about(CheckReport report, Topic topic) {
        return report.findings().stream().filter(one -> one.topic() == topic).toList();
    }

    /** Some seconds: 277 recordings, half an hour of sound, are read and searched for overlaps twice. */
    @Test
    void catsAndDogsHoldOneRecordingTwiceAcrossTheirSplit() throws IOException {
        CheckReport report = check(KnownSet.CATS_DOGS, "cats_dogs");
        assertThat(about(report, Topic.COPIES)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.SERIOUS);
            assertThat(finding.items()).containsExactlyInAnyOrder("dog_barking_14.wav", "dog_barking_15.wav");
        });
        assertThat(about(report, Topic.SPLIT).get(0).sentence()).startsWith("Split official (train_test_split.csv): ");
        assertThat(about(report, Topic.OVERLAPS))
                .first()
                .extracting(Finding::severity)
                .isEqualTo(Severity.SERIOUS);
        assertThat(about(report, Topic.OVERLAPS).stream()
                        .mapToInt(one -> one.items().size())
                        .sum())
                .isBetween(55, 62);
    }

    @Test
    void audioSetHasShortClipsAndAnAxisWithoutAnOrder() throws IOException {
        CheckReport report = check(KnownSet.AUDIO_SET, "audioset");
        assertThat(about(report, Topic.LENGTHS)).singleElement().satisfies(finding -> {
            assertThat(finding.items()).hasSize(378);
            assertThat(finding.sentence())
                    .isEqualTo("378 of 22,160 (1.7 %) items have only 1 to 9 frames; 21,782 of 22,160 (98.3 %) have 10"
                            + " frames.");
        });
        assertThat(about(report, Topic.AXES))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void notesOfNsynthHaveTooFewInstruments() throws IOException {
        ItemSet set = KnownSet.NSYNTH.load(place("nsynth"), Strictness.LENIENT, (done, of) -> {});
        List<Parting> partings = Parting.of(set, Optional.empty(), Optional.empty(), 5, 1);
        assertThat(new ClassProbe()
                        .look(Planted.unread(set), CheckOptions.usual(partings))
                        .findings())
                .anySatisfy(finding -> assertThat(finding.items()).contains("flute (1)", "vocal (1)", "mallet (2)"));
    }

    /** Two pairs that the set's table does not know of: sounds published under two numbers. */
    @Test
    void clipsOfEsc10ShareSoundUnderOtherNumbers() throws IOException {
        Path folder = place("esc10");
        ItemSet all = Esc50.load(folder, Esc50.Part.ESC_10, Strictness.LENIENT);
        Set<String> some = Set.of(
                "2-28314-A-12.wav", "2-30322-A-12.wav", "3-151080-A-20.wav", "5-151085-A-20.wav", "1-172649-A-40.wav");
        Survey survey = Survey.of(all.only(item -> some.contains(item.name())), (done, of) -> {});
        assertThat(survey.overlaps())
                .extracting(one -> survey.facts().get(one.first()).item().name() + " "
                        + survey.facts().get(one.second()).item().name())
                .containsExactlyInAnyOrder("2-28314-A-12.wav 2-30322-A-12.wav", "3-151080-A-20.wav 5-151085-A-20.wav");
    }

    /** They share a pitch, and their words are alike. */
    @Test
    void notesOfTwoInstrumentsShareNoSound() throws IOException {
        ItemSet all = KnownSet.NSYNTH.load(place("nsynth"), Strictness.LENIENT, (done, of) -> {});
        Set<String> some = Set.of("guitar_acoustic_010-066-100", "keyboard_electronic_069-066-050");
        ItemSet pair = all.only(item -> some.contains(item.name()));
        assertThat(pair.items()).hasSize(2);
        assertThat(Survey.of(pair, (done, of) -> {}).overlaps()).isEmpty();
    }

    @Test
    void foldsOfEsc50ShareFourRecordings() throws IOException {
        ItemSet table = Esc50.table(place("esc10"), Esc50.Part.ESC_50);
        List<Parting> partings = Parting.of(table, Optional.empty(), Optional.empty(), 5, 1);
        Outcome outcome = new SplitProbe().look(Planted.unread(table), CheckOptions.usual(partings));
        assertThat(outcome.findings()).hasSize(2);
        assertThat(outcome.findings().get(0).sentence())
                .isEqualTo("Split official: 9 of 2,000 (0.5 %) tested items are of one recording or share sound with it"
                        + " with an item that was trained on (4 groups).");
        assertThat(outcome.findings().get(1).sentence()).contains("143 of 400 (35.8 %)");
    }
}
