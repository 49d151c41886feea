package dev.vitrine.audio.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Items of known classes.
 *
 * @param name of the set
 * @param classes names, in the order of the labels
 * @param groups what the items of a group share
 * @param items in the order of the set
 * @param skipped one line for each item that could not be used: which, and why
 */
public record ItemSet(String name, List<String> classes, GroupKind groups, List<Item> items, List<String> skipped) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two items have one name, or a label is that of no class
     */
    public ItemSet {
        classes = List.copyOf(classes);
        items = List.copyOf(items);
        skipped = List.copyOf(skipped);
        Set<String> names = new HashSet<>();
        for (Item item : items) {
            if (!names.add(item.name())) {
                throw new IllegalArgumentException(name + ": two items are named " + item.name());
            }
            for (int label : item.labels()) {
                Objects.checkIndex(label, classes.size());
            }
        }
    }

    /** The number of items that show a class. */
    public int count(int label) {
        return (int) items.stream().filter(item -> item.has(label)).count();
    }

    /** The number of different groups. */
    public int groupCount() {
        return (int) items.stream().map(Item::group).distinct().count();
    }

    /** Whether some items must stay together. */
    public boolean isGrouped() {
        return groupCount() < items.size();
    }

    /** The numbers of the official folds, sorted; empty if there are none. */
    public List<Integer> folds() {
        Set<Integer> folds = new TreeSet<>();
        items.stream().map(Item::fold).filter(fold -> fold != Item.NO_FOLD).forEach(folds::add);
        return List.copyOf(folds);
    }

    /** The set with those items only that are wanted. */
    public ItemSet only(Predicate<Item> wanted) {
        return new ItemSet(name, classes, groups, items.stream().filter(wanted).toList(), skipped);
    }
}
