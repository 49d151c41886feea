package dev.vitrine.audio.dataset;

import java.util.List;

/**
 * One thing to be told apart from others: what it is called, what it shows, and what it shares with others. Its content
 * may still be on the disk.
 *
 * @param name unlike any other's in the set; a path within the set's folder where there is one
 * @param labels indices of its classes; empty where they are not known
 * @param group items of one group must stay on one side of a split
 * @param fold the part of the official split that it belongs to, from 1, or {@link #NO_FOLD}
 * @param content what it consists of
 */
public record Item(String name, List<Integer> labels, String group, int fold, Content content) implements Labelled {
    /** The set has no official split, or the item no part in it. */
    public static final int NO_FOLD = 0;

    /**
     * Copies the labels.
     *
     * @throws IllegalArgumentException if the fold is negative
     */
    public Item {
        labels = List.copyOf(labels);
        if (fold < 0) {
            throw new IllegalArgumentException(name + ": fold " + fold + "; expected 1 or more, or 0 for none");
        }
    }

    @Override
    public int label() {
        return labels.isEmpty() ? -1 : labels.get(0);
    }

    /** Whether it shows that class. */
    public boolean has(int label) {
        return labels.contains(label);
    }
}
