package dev.vitrine.experiments.dataset;

import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a look at a set shows.
 *
 * @param set that was looked at
 * @param seconds how long each item lasts, sorted
 * @param classes those with items, the most frequent first
 */
public record SetSummary(ItemSet set, double[] seconds, List<ClassCount> classes) {
    /**
     * One class.
     *
     * @param name of it
     * @param items that show it
     * @param groups of those items
     */
    public record ClassCount(String name, int items, int groups) {}

    /** Copies the list. */
    public SetSummary {
        classes = List.copyOf(classes);
    }

    /** Counts, and reads every item for its length. */
    public static SetSummary of(ItemSet set, ReadProgress progress) throws IOException {
        double[] seconds = new double[set.items().size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = set.items().get(i).content().seconds();
            progress.read(i + 1, seconds.length);
        }
        Arrays.sort(seconds);
        List<ClassCount> classes = new ArrayList<>();
        for (int label = 0; label < set.classes().size(); label++) {
            int wanted = label;
            List<Item> members =
                    set.items().stream().filter(item -> item.has(wanted)).toList();
            if (!members.isEmpty()) {
                int groups = (int) members.stream().map(Item::group).distinct().count();
                classes.add(new ClassCount(set.classes().get(label), members.size(), groups));
            }
        }
        classes.sort(Comparator.comparing(ClassCount::items).reversed());
        return new SetSummary(set, seconds, classes);
    }

    /** How many items there are, of what. */
    public String counts() {
        String folds = set.folds().isEmpty() ? "no official folds" : set.folds().size() + " official folds";
        return "%s: %d items, %d of %d classes, each %s counted once: %d, %s"
                .formatted(
                        set.name(),
                        set.items().size(),
                        classes.size(),
                        set.classes().size(),
                        set.groups().word(),
                        set.groupCount(),
                        folds);
    }

    /** How long they last. */
    public String durations() {
        if (seconds.length == 0) {
            return "no item";
        }
        double sum = Arrays.stream(seconds).sum();
        return String.format(
                Locale.ROOT,
                "%.2f to %.2f s, half of them up to %.2f s, %.1f minutes in all",
                seconds[0],
                seconds[seconds.length - 1],
                seconds[(seconds.length - 1) / 2],
                sum / 60);
    }
}
