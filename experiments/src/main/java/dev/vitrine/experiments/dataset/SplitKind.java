package dev.vitrine.experiments.dataset;

import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.Splits;
import dev.vitrine.audio.dataset.Splits.Leaks;
import dev.vitrine.audio.dataset.TrainTest;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to split a set, by the name that {@code --split} knows. Who names one accepts what it does. */
public enum SplitKind {
    /** Groups stay together, classes are in proportion. */
    GROUP("group") {
        @Override
        List<TrainTest<Item>> of(ItemSet set, int parts, long seed) {
            return Splits.byGroup(set.items(), parts, seed);
        }
    },
    /** The folds of the set's authors. */
    OFFICIAL("official") {
        @Override
        List<TrainTest<Item>> of(ItemSet set, int parts, long seed) throws IOException {
            return Splits.official(set);
        }
    },
    /** One random part to test on, whatever belongs together. */
    RANDOM("random") {
        @Override
        List<TrainTest<Item>> of(ItemSet set, int parts, long seed) throws IOException {
            return List.of(Splits.random(set, 1.0 / parts, seed, Leaks.ACCEPTED));
        }
    },
    /** The random part that scikit-learn's train_test_split tests on. */
    SCIKIT_LEARN("scikit-learn") {
        @Override
        List<TrainTest<Item>> of(ItemSet set, int parts, long seed) throws IOException {
            return List.of(Splits.scikitLearn(set, 1.0 / parts, seed, Leaks.ACCEPTED));
        }
    };

    private final String word;

    SplitKind(String word) {
        this.word = word;
    }

    /** As it is typed. */
    public String word() {
        return word;
    }

    /** The split of that name. */
    public static Optional<SplitKind> named(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /**
     * Splits a set.
     *
     * @param parts that it is dealt out to; the official folds are as many as they are
     * @throws UserError if there are too few groups
     * @throws IOException if the set has no official folds
     */
    public List<TrainTest<Item>> split(ItemSet set, int parts, long seed) throws IOException {
        try {
            return of(set, parts, seed);
        } catch (IllegalArgumentException e) {
            throw new UserError(set.name() + " cannot be split: " + e.getMessage(), e);
        }
    }

    abstract List<TrainTest<Item>> of(ItemSet set, int parts, long seed) throws IOException;
}
