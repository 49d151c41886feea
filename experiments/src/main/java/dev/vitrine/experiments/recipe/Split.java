package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Folds;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.experiments.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which clips, by name, a network learns from and which it is judged by. The same recording is on one side only.
 *
 * @param train what the network learns from
 * @param validation judged after each epoch, for the curve and the best checkpoint
 * @param test judged once, at the end
 */
public record Split(List<String> train, List<String> validation, List<String> test) {
    /** Parts that a single split deals the clips out to: one tests. */
    private static final int SINGLE_PARTS = 5;

    /** A tenth of the training clips validates, or one recording of a class that has fewer than ten. */
    private static final int VALIDATION_PARTS = 10;

    /** A class with fewer recordings than these to learn from has none to spare for validation. */
    private static final int FEW_GROUPS = 4;

    /** Copies the lists. */
    public Split {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** What decides which clips stay together. */
    public enum Kind {
        /** Clips of one group, such as a recording or an instrument, stay on one side. */
        GROUP,
        /** The folds that the authors of the data set made. */
        OFFICIAL,
        /** Nothing does: for data with groups the score is too good, and by how much is all that it tells. */
        RANDOM
    }

    /**
     * Splits clips, with the classes in proportion.
     *
     * @param folds 1 for one split with one part for testing, k for k splits whose test parts together hold every clip
     * @throws UserError if there are too few recordings, or not as many official folds
     */
    public static List<Split> of(List<Labelled> clips, Kind kind, int folds, long seed) {
        try {
            List<Labelled> known = known(clips, kind);
            List<List<Labelled>> parts = kind == Kind.OFFICIAL
                    ? official(known, folds)
                    : Folds.byGroup(known, folds == 1 ? SINGLE_PARTS : folds, seed);
            return parts.stream()
                    .limit(folds)
                    .map(test -> testedOn(test, known, seed))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UserError("the clips cannot be split: " + e.getMessage(), e);
        }
    }

    /** The clips that take part, with groups that say what stays together. */
    private static List<Labelled> known(List<Labelled> clips, Kind kind) {
        return switch (kind) {
            case GROUP -> clips;
            case OFFICIAL ->
                clips.stream().filter(clip -> clip.fold() != Item.NO_FOLD).toList();
            case RANDOM ->
                clips.stream()
                        .map(clip -> (Labelled) new NamedClip(clip.name(), clip.label(), clip.name(), clip.fold()))
                        .toList();
        };
    }

    private static List<List<Labelled>> official(List<Labelled> clips, int folds) {
        Map<Integer, List<Labelled>> parts =
                clips.stream().collect(Collectors.groupingBy(Labelled::fold, TreeMap::new, Collectors.toList()));
        if (parts.size() < 2) {
            throw new IllegalArgumentException("they have no official folds; expected at least two; leave --split out");
        }
        if (folds != 1 && folds != parts.size()) {
            throw new IllegalArgumentException("there are " + parts.size() + " official folds; expected --folds "
                    + parts.size() + ", or 1 for the first, got " + folds);
        }
        return List.copyOf(parts.values());
    }

    private static Split testedOn(List<Labelled> test, List<Labelled> clips, long seed) {
        List<Labelled> rest = without(test, clips);
        List<Labelled> validation = Folds.heldOut(withSomeToSpare(rest), VALIDATION_PARTS, seed + 1);
        return new Split(names(without(validation, rest)), names(validation), names(test));
    }

    /** The clips of classes with recordings to spare; all clips if no class has any. */
    private static List<Labelled> withSomeToSpare(List<Labelled> clips) {
        Map<Integer, Set<String>> groups = clips.stream()
                .collect(Collectors.groupingBy(
                        Labelled::label, Collectors.mapping(Labelled::group, Collectors.toSet())));
        List<Labelled> rich = clips.stream()
                .filter(clip -> Objects.requireNonNull(groups.get(clip.label())).size() >= FEW_GROUPS)
                .toList();
        return rich.isEmpty() ? clips : rich;
    }

    private static List<Labelled> without(List<Labelled> some, List<Labelled> clips) {
        Set<String> gone = new HashSet<>(names(some));
        return clips.stream().filter(clip -> !gone.contains(clip.name())).toList();
    }

    /** A sentence for each class that is too scarce to be in every part; see {@link Folds#scarce}. */
    public static List<String> warnings(List<Labelled> clips, List<String> classes, Kind kind, int folds) {
        if (kind != Kind.GROUP) {
            return List.of();
        }
        int parts = folds == 1 ? SINGLE_PARTS : folds;
        return Folds.scarce(clips, parts).stream()
                .map(one -> one.words(classes, parts))
                .toList();
    }

    private static List<String> names(List<Labelled> clips) {
        return clips.stream().map(Labelled::name).toList();
    }

    /** The clips with these names. */
    public static List<Labelled> named(List<Labelled> clips, List<String> names) {
        Map<String, Labelled> byName = clips.stream().collect(Collectors.toMap(Labelled::name, Function.identity()));
        return names.stream()
                .map(name -> Objects.requireNonNull(byName.get(name), name))
                .toList();
    }
}
