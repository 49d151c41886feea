package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** On which side of a split an item stands. */
final class Sides {
    /** The names of one turn. */
    private record Turn(Set<String> train, Set<String> test) {}

    private final List<Turn> turns = new ArrayList<>();

    Sides(Optional<Parting> split) {
        split.ifPresent(parting ->
                parting.turns().forEach(turn -> turns.add(new Turn(names(turn.train()), names(turn.test())))));
    }

    /** The split that was chosen, which is the first. */
    static Sides ofChosen(CheckOptions options) {
        return new Sides(options.partings().stream().findFirst());
    }

    private static Set<String> names(Collection<Item> items) {
        Set<String> names = new HashSet<>();
        items.forEach(item -> names.add(item.name()));
        return names;
    }

    /** Whether in some turn one of the items is trained on and another tested on. */
    boolean tear(List<Item> items) {
        return turns.stream().anyMatch(turn -> tears(turn, items));
    }

    private static boolean tears(Turn turn, List<Item> items) {
        return items.stream().anyMatch(item -> turn.test().contains(item.name()))
                && items.stream().anyMatch(item -> turn.train().contains(item.name()));
    }

    /** In the first turn that tears the items, or else in the first of all: {@code train}, {@code test} or nothing. */
    String side(Item item, List<Item> among) {
        return turns.stream()
                .filter(turn -> tears(turn, among))
                .findFirst()
                .or(() -> turns.stream().findFirst())
                .map(turn -> turn.train().contains(item.name())
                        ? "train"
                        : turn.test().contains(item.name()) ? "test" : "")
                .orElse("");
    }
}
