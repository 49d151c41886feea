package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits clips into parts of about equal size, so that a group stays together and the classes are in proportion. */
public final class Folds {
    private Folds() {}

    /**
     * A class that cannot be in every part, because a group is never torn.
     *
     * @param label of the class
     * @param groups how many it has, fewer than there are parts
     */
    public record Scarce(int label, int groups) {
        /**
         * A warning in words.
         *
         * @param classes names, in the order of the labels
         * @param parts of the split
         */
        public String words(List<String> classes, int parts) {
            String name = label < 0 ? "unknown" : classes.get(label);
            return groups == 1
                    ? "class " + name + " has one recording: the part that tests it is trained without it"
                    : "class " + name + " has " + groups + " recordings: " + (parts - groups) + " of " + parts
                            + " parts test without it";
        }
    }

    /**
     * Deals the groups of each class out to {@code count} parts in random order, always to the part that has the fewest
     * clips of that class. The groups of a {@link #scarce} class follow at the end, and of several parts without the class
     * the smallest takes the next one.
     *
     * @return {@code count} lists, none of them empty, that together hold every clip once
     * @throws IllegalArgumentException if there are fewer groups than parts
     */
    public static <T extends Labelled> List<List<T>> byGroup(List<T> clips, int count, long seed) {
        long groups = clips.stream().map(Labelled::group).distinct().count();
        if (groups < count) {
            throw new IllegalArgumentException("there are " + groups
                    + " different recordings in all; expected at least " + count + ", one for each part of the split");
        }
        List<List<T>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        Map<Integer, List<List<T>>> classes = groupsByClass(clips, seed);
        classes.values().stream().filter(some -> some.size() >= count).forEach(some -> deal(some, parts, Ties.FIRST));
        classes.values().stream().filter(some -> some.size() < count).forEach(some -> deal(some, parts, Ties.SMALLEST));
        parts.forEach(part -> part.sort(Comparator.comparing(Labelled::name)));
        return parts.stream().map(List::copyOf).toList();
    }

    /**
     * The classes with fewer groups than there are parts: {@link #byGroup} leaves them out of some parts, and a class with
     * one group is tested without ever being trained on.
     */
    public static List<Scarce> scarce(List<? extends Labelled> clips, int count) {
        List<Scarce> scarce = new ArrayList<>();
        groupsByClass(clips, 0).forEach((label, groups) -> {
            if (groups.size() < count) {
                scarce.add(new Scarce(label, groups.size()));
            }
        });
        return scarce;
    }

    /**
     * About one of {@code count} parts of each class, by whole groups: at least one group of every class that has two. A
     * class with a single group has none to spare.
     *
     * @return the clips held out, sorted by name
     * @throws IllegalArgumentException if no class has two groups
     */
    public static <T extends Labelled> List<T> heldOut(List<T> clips, int count, long seed) {
        List<T> held = new ArrayList<>();
        groupsByClass(clips, seed).values().stream()
                .filter(groups -> groups.size() > 1)
                .forEach(groups -> {
                    List<List<T>> parts = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        parts.add(new ArrayList<>());
                    }
                    deal(groups, parts, Ties.FIRST);
                    held.addAll(parts.get(0));
                });
        if (held.isEmpty()) {
            throw new IllegalArgumentException(
                    "no class has two different recordings; expected one to learn from and one to hold out");
        }
        held.sort(Comparator.comparing(Labelled::name));
        return List.copyOf(held);
    }

    /** Which of several parts that have as little of a class takes its next group. */
    private enum Ties {
        FIRST,
        SMALLEST
    }

    /** The groups of each class in random order, by label. */
    private static <T extends Labelled> Map<Integer, List<List<T>>> groupsByClass(List<T> clips, long seed) {
        TreeMap<Integer, List<T>> classes = new TreeMap<>();
        Map<String, Integer> labels = labelsOfGroups(clips);
        clips.forEach(clip -> classes.computeIfAbsent(labels.getOrDefault(clip.group(), -1), l -> new ArrayList<>())
                .add(clip));
        Map<Integer, List<List<T>>> groups = new TreeMap<>();
        classes.forEach((label, members) -> groups.put(label, shuffledGroups(members, seed)));
        return groups;
    }

    /** A group that stands in two classes by mistake must not be torn: it goes with its first clip. */
    private static Map<String, Integer> labelsOfGroups(List<? extends Labelled> clips) {
        Map<String, Integer> labels = new HashMap<>();
        clips.stream()
                .sorted(Comparator.comparing(Labelled::name))
                .forEach(c -> labels.putIfAbsent(c.group(), c.label()));
        return labels;
    }

    private static <T> void deal(List<List<T>> groups, List<List<T>> parts, Ties ties) {
        int[] sizes = new int[parts.size()];
        for (List<T> group : groups) {
            int least = 0;
            for (int i = 1; i < sizes.length; i++) {
                boolean smaller = ties == Ties.SMALLEST
                        && sizes[i] == sizes[least]
                        && parts.get(i).size() < parts.get(least).size();
                least = sizes[i] < sizes[least] || smaller ? i : least;
            }
            sizes[least] += group.size();
            parts.get(least).addAll(group);
        }
    }

    private static <T extends Labelled> List<List<T>> shuffledGroups(Collection<T> clips, long seed) {
        TreeMap<String, List<T>> byName = new TreeMap<>();
        TreeMap<String, String> firstNames = new TreeMap<>();
        for (T clip : clips) {
            String key = firstNames.merge(clip.group(), clip.name(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            byName.computeIfAbsent(clip.group(), group -> new ArrayList<>()).add(clip);
            firstNames.put(clip.group(), key);
        }
        List<List<T>> groups = new ArrayList<>(byName.values());
        groups.sort(Comparator.comparing(group -> firstNames.get(group.get(0).group())));
        Draw draw = Draw.of(seed, 0xF01D);
        for (int i = groups.size() - 1; i > 0; i--) {
            int j = draw.below(i + 1);
            List<T> moved = groups.get(i);
            groups.set(i, groups.get(j));
            groups.set(j, moved);
        }
        return groups;
    }
}
