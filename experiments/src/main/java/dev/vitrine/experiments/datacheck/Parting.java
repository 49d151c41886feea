package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.OfficialSplit;
import dev.vitrine.audio.dataset.TrainTest;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.dataset.SplitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to split a set, worked out.
 *
 * @param kind of split
 * @param words which one, as in {@code official (train_test_split.csv)}
 * @param turns what is trained on and tested on, turn by turn
 */
public record Parting(SplitKind kind, String words, List<TrainTest<Item>> turns) {
    /** The seed of the random split that is always compared with: the one of most scripts. */
    private static final long USUAL_SEED = 42;

    private static final int USUAL_PARTS = 5;

    /** Copies the list. */
    public Parting {
        turns = List.copyOf(turns);
    }

    /**
     * The wanted split, then a random one to compare with.
     *
     * @param data the set's folder or file, beside which an official split may stand
     * @param wanted by the user; if nothing, the official one where there is one, else by group
     * @throws UserError if the set cannot be split so
     */
    public static List<Parting> of(ItemSet set, Optional<Path> data, Optional<SplitKind> wanted, int parts, long seed)
            throws IOException {
        Optional<Parting> listed = data.isPresent() ? listed(set, data.get()) : Optional.empty();
        boolean official = listed.isPresent() || set.folds().size() > 1;
        SplitKind kind = wanted.orElse(official ? SplitKind.OFFICIAL : SplitKind.GROUP);
        List<Parting> all = new ArrayList<>();
        if (kind == SplitKind.OFFICIAL && listed.isPresent()) {
            all.add(listed.get());
        } else if (wanted.isPresent() || kind == SplitKind.OFFICIAL || set.groupCount() >= parts) {
            all.add(new Parting(kind, kind.word(), kind.split(set, parts, seed)));
        }
        if (kind != SplitKind.RANDOM
                && kind != SplitKind.SCIKIT_LEARN
                && set.items().size() > 1) {
            SplitKind random = SplitKind.SCIKIT_LEARN;
            all.add(new Parting(random, "random", random.split(set, USUAL_PARTS, USUAL_SEED)));
        }
        return all;
    }

    /** A table of the split beside the recordings. */
    private static Optional<Parting> listed(ItemSet set, Path data) throws IOException {
        Path table = data.resolve(OfficialSplit.FILE_NAME);
        if (!Files.isRegularFile(table)) {
            return Optional.empty();
        }
        OfficialSplit split = OfficialSplit.read(table);
        TrainTest<Item> turn = new TrainTest<>(named(set, split.train()), named(set, split.test()));
        return Optional.of(
                new Parting(SplitKind.OFFICIAL, "official (" + OfficialSplit.FILE_NAME + ")", List.of(turn)));
    }

    /** An item's name may begin with folders. */
    private static List<Item> named(ItemSet set, Set<String> names) {
        return set.items().stream()
                .filter(item -> names.contains(item.name().substring(item.name().lastIndexOf('/') + 1)))
                .toList();
    }

    /** How many items are tested over all turns. */
    public int tests() {
        return turns.stream().mapToInt(turn -> turn.test().size()).sum();
    }
}
