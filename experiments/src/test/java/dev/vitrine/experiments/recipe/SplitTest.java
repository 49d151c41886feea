package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.experiments.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitTest {
    private static final int FOLDS = 4;

    /** Two classes of 12 pairs; a pair is of one recording, and in one official fold. */
    private static List<Labelled> clips() {
        List<Labelled> clips = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            int pair = i / 2;
            clips.add(new NamedClip("clip" + i, pair % 2, "recording" + pair, 1 + pair / 2 % FOLDS));
        }
        return clips;
    }

    private static Set<String> groups(List<String> names) {
        Set<String> groups = new HashSet<>();
        Split.named(clips(), names).forEach(clip -> groups.add(clip.group()));
        return groups;
    }

    private static boolean shareGroups(List<String> some, List<String> others) {
        Set<String> shared = groups(some);
        shared.retainAll(groups(others));
        return !shared.isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyClipIsTestedOnceAndStandsInOnePartOfASplit(Split.Kind kind) {
        List<String> tested = new ArrayList<>();
        for (Split split : Split.of(clips(), kind, FOLDS, 1)) {
            tested.addAll(split.test());
            List<String> all = new ArrayList<>(split.train());
            all.addAll(split.validation());
            all.addAll(split.test());
            assertThat(all).hasSize(48).doesNotHaveDuplicates();
            assertThat(split.validation()).isNotEmpty();
        }
        assertThat(tested).hasSize(48).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUP", "OFFICIAL"})
    void groupsStayTogether(Split.Kind kind) {
        for (Split split : Split.of(clips(), kind, FOLDS, 1)) {
            assertThat(shareGroups(split.train(), split.test())).isFalse();
            assertThat(shareGroups(split.train(), split.validation())).isFalse();
            assertThat(shareGroups(split.validation(), split.test())).isFalse();
        }
    }

    @Test
    void randomSplitTearsGroupsApart() {
        Split split = Split.of(clips(), Split.Kind.RANDOM, FOLDS, 1).get(0);
        assertThat(shareGroups(split.train(), split.test())).isTrue();
    }

    /** Recordings of two clips; so many of each class. */
    private static List<Labelled> recordings(int... ofClass) {
        List<Labelled> clips = new ArrayList<>();
        for (int label = 0; label < ofClass.length; label++) {
            for (int i = 0; i < 2 * ofClass[label]; i++) {
                clips.add(new NamedClip("clip" + label + "-" + i, label, "recording" + label + "-" + i / 2, 0));
            }
        }
        return clips;
    }

    @Test
    void classWithFewRecordingsSparesNoneForValidation() {
        List<Labelled> clips = recordings(12, 3);
        for (Split split : Split.of(clips, Split.Kind.GROUP, FOLDS, 1)) {
            assertThat(Split.named(clips, split.validation())).isNotEmpty().allMatch(clip -> clip.label() == 0);
        }
    }

    @Test
    void classOfFourRecordingsToLearnFromSparesOne() {
        List<Labelled> clips = recordings(12, 5);
        Split split = Split.of(clips, Split.Kind.GROUP, 5, 1).get(0);
        assertThat(Split.named(clips, split.validation())).anyMatch(clip -> clip.label() == 1);
    }

    @Test
    void whereAllClassesHaveFewRecordingsTheyAllSpareOne() {
        List<Labelled> clips = recordings(3, 3);
        Split split = Split.of(clips, Split.Kind.GROUP, 1, 1).get(0);
        assertThat(Split.named(clips, split.validation()))
                .extracting(Labelled::label)
                .contains(0, 1);
    }

    @Test
    void officialFoldsAreTestedInTheirOrder() {
        List<Split> splits = Split.of(clips(), Split.Kind.OFFICIAL, FOLDS, 1);
        for (int fold = 0; fold < FOLDS; fold++) {
            int number = fold + 1;
            assertThat(Split.named(clips(), splits.get(fold).test())).allMatch(clip -> clip.fold() == number);
        }
    }

    @Test
    void oneFoldIsTheFirstOfTheOfficialOnes() {
        assertThat(Split.of(clips(), Split.Kind.OFFICIAL, 1, 1))
                .isEqualTo(Split.of(clips(), Split.Kind.OFFICIAL, FOLDS, 1).subList(0, 1));
    }

    @Test
    void officialFoldsThatThereAreNotAreRefused() {
        assertThatThrownBy(() -> Split.of(clips(), Split.Kind.OFFICIAL, 3, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("the clips cannot be split: there are 4 official folds; expected --folds 4, or 1 for the"
                        + " first, got 3");
        List<Labelled> without = clips().stream()
                .map(clip -> (Labelled) new NamedClip(clip.name(), clip.label(), clip.group(), 0))
                .toList();
        assertThatThrownBy(() -> Split.of(without, Split.Kind.OFFICIAL, 1, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("the clips cannot be split: they have no official folds; expected at least two; leave"
                        + " --split out");
    }
}
