package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ways in which a set is split. Only {@link #byGroup} and {@link #official} tell how good a network is. */
public final class Splits {
    private Splits() {}

    /** Whether relatives may stand on both sides. */
    public enum Leaks {
        /** Where the set has groups, such a split is refused. */
        REFUSED,
        /** It was asked for by name, to see how much it inflates a score. */
        ACCEPTED
    }

    /**
     * Splits of which each tests one of {@code parts} parts; see {@link Folds#byGroup}.
     *
     * @throws IllegalArgumentException if there are fewer groups than parts
     */
    public static <T extends Labelled> List<TrainTest<T>> byGroup(List<T> items, int parts, long seed) {
        return turns(Folds.byGroup(items, parts, seed));
    }

    /**
     * A split for each fold that the set's authors made; items without a fold stay out.
     *
     * @throws DatasetException if there are fewer than two folds
     */
    public static List<TrainTest<Item>> official(ItemSet set) throws DatasetException {
        List<Integer> folds = set.folds();
        if (folds.size() < 2) {
            throw new DatasetException(set.name() + ": its items have " + folds.size()
                    + " official folds; expected at least two; split by group");
        }
        return turns(folds.stream()
                .map(fold ->
                        set.items().stream().filter(item -> item.fold() == fold).toList())
                .toList());
    }

    private static <T extends Labelled> List<TrainTest<T>> turns(List<List<T>> parts) {
        List<TrainTest<T>> splits = new ArrayList<>();
        for (int turn = 0; turn < parts.size(); turn++) {
            List<T> train = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                if (part != turn) {
                    train.addAll(parts.get(part));
                }
            }
            splits.add(new TrainTest<>(train, parts.get(turn)));
        }
        return splits;
    }

    /**
     * Tests a random share, whatever belongs together.
     *
     * @param share of the items to test on, 0 to 1
     * @throws DatasetException if the set has groups and leaks are refused
     */
    public static TrainTest<Item> random(ItemSet set, double share, long seed, Leaks leaks) throws DatasetException {
        requireConsent(set, leaks);
        int[] order = EpochSampler.order(set.items().size(), Draw.of(seed, 0x5B117));
        return cut(set, order, share);
    }

    /**
     * The items that scikit-learn's {@code train_test_split(items, test_size=share, random_state=seed)} tests on.
     *
     * @param share of the items to test on, 0 to 1
     * @throws DatasetException if the set has groups and leaks are refused
     */
    public static TrainTest<Item> scikitLearn(ItemSet set, double share, long seed, Leaks leaks)
            throws DatasetException {
        requireConsent(set, leaks);
        return cut(set, new NumpyRandom(seed).permutation(set.items().size()), share);
    }

    private static void requireConsent(ItemSet set, Leaks leaks) throws DatasetException {
        if (leaks == Leaks.REFUSED && set.isGrouped()) {
            throw new DatasetException("%s: %d items, but only %d times another %s: a random split tests on what was"
                            .formatted(
                                    set.name(),
                                    set.items().size(),
                                    set.groupCount(),
                                    set.groups().word())
                    + " trained on; split by group, or ask for it by name: --split random");
        }
    }

    private static TrainTest<Item> cut(ItemSet set, int[] order, double share) {
        int tests = (int) Math.ceil(share * order.length);
        Set<Integer> chosen = new HashSet<>();
        for (int i = 0; i < tests; i++) {
            chosen.add(order[i]);
        }
        List<Item> train = new ArrayList<>();
        List<Item> test = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            (chosen.contains(i) ? test : train).add(set.items().get(i));
        }
        return new TrainTest<>(train, test);
    }
}
