package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits clips into parts of about equal size, so that a group stays together and every part has all classes. */
public final class Folds {
    private Folds() {}

    /**
     * Deals the groups of each class out to {@code count} parts in random order, always to the part that has the fewest
     * clips of that class.
     *
     * @return {@code count} lists that together hold every clip once
     * @throws IllegalArgumentException if a class has fewer groups than there are parts
     */
    public static <T extends Labelled> List<List<T>> byGroup(List<T> clips, int count, long seed) {
        List<List<T>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        TreeMap<Integer, List<T>> classes = new TreeMap<>();
        Map<String, Integer> labels = labelsOfGroups(clips);
        clips.forEach(clip -> classes.computeIfAbsent(labels.getOrDefault(clip.group(), -1), l -> new ArrayList<>())
                .add(clip));
        classes.forEach((label, members) -> deal(label, shuffledGroups(members, seed), parts));
        parts.forEach(part -> part.sort(Comparator.comparing(Labelled::name)));
        return parts.stream().map(List::copyOf).toList();
    }

    /** A group that stands in two classes by mistake must not be torn: it goes with its first clip. */
    private static Map<String, Integer> labelsOfGroups(List<? extends Labelled> clips) {
        Map<String, Integer> labels = new HashMap<>();
        clips.stream()
                .sorted(Comparator.comparing(Labelled::name))
                .forEach(c -> labels.putIfAbsent(c.group(), c.label()));
        return labels;
    }

    private static <T> void deal(int label, List<List<T>> groups, List<List<T>> parts) {
        if (groups.size() < parts.size()) {
            throw new IllegalArgumentException("class " + label + " has " + groups.size()
                    + " different recordings; expected at least " + parts.size() + ", one for each part of the split");
        }
        int[] sizes = new int[parts.size()];
        for (List<T> group : groups) {
            int smallest = 0;
            for (int i = 1; i < sizes.length; i++) {
                smallest = sizes[i] < sizes[smallest] ? i : smallest;
            }
            sizes[smallest] += group.size();
            parts.get(smallest).addAll(group);
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
