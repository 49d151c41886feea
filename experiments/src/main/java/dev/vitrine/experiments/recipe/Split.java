package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Folds;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.experiments.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Copies the lists. */
    public Split {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * Splits clips by recording, with the classes in proportion.
     *
     * @param folds 1 for one split with a fifth for testing, k for k splits whose test parts together hold every clip
     * @throws UserError if there are too few recordings
     */
    public static List<Split> of(List<Labelled> clips, int folds, long seed) {
        try {
            List<List<Labelled>> parts = Folds.byGroup(clips, folds == 1 ? SINGLE_PARTS : folds, seed);
            List<Split> splits = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                List<Labelled> test = parts.get(fold);
                List<Labelled> rest =
                        clips.stream().filter(clip -> !test.contains(clip)).toList();
                List<Labelled> validation = Folds.heldOut(rest, VALIDATION_PARTS, seed + 1);
                List<Labelled> train =
                        rest.stream().filter(clip -> !validation.contains(clip)).toList();
                splits.add(new Split(names(train), names(validation), names(test)));
            }
            return splits;
        } catch (IllegalArgumentException e) {
            throw new UserError("the clips cannot be split: " + e.getMessage(), e);
        }
    }

    /** A sentence for each class that is too scarce to be in every part; see {@link Folds#scarce}. */
    public static List<String> warnings(List<Labelled> clips, List<String> classes, int folds) {
        int parts = folds == 1 ? SINGLE_PARTS : folds;
        return Folds.scarce(clips, parts).stream()
                .map(one -> one.words(classes, parts))
                .toList();
    }

    private static List<String> names(List<Labelled> clips) {
        return clips.stream().map(Labelled::name).toList();
    }

    /** The clips with these names. */
    static List<Labelled> named(List<Labelled> clips, List<String> names) {
        Map<String, Labelled> byName = clips.stream().collect(Collectors.toMap(Labelled::name, Function.identity()));
        return names.stream()
                .map(name -> Objects.requireNonNull(byName.get(name), name))
                .toList();
    }
}
