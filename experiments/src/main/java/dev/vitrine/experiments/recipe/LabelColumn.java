package dev.vitrine.experiments.recipe;

import java.util.List;

/**
 * The labels of one question, such as "is it speech?", over all clips in their order.
 *
 * @param target what is asked, in a word
 * @param told what the data set says
 * @param used what a network is taught
 */
public record LabelColumn(String target, List<Integer> told, List<Integer> used) {
    /** Copies the lists. */
    public LabelColumn {
        told = List.copyOf(told);
        used = List.copyOf(used);
    }

    /** True if another question is taught by this one's labels, though the data answer it differently. */
    public boolean servesFor(LabelColumn other) {
        return used.equals(other.used) && !told.equals(other.told);
    }

    /** Clips that are taught otherwise than the data set says. */
    public int contradictions() {
        int count = 0;
        for (int i = 0; i < told.size(); i++) {
            count += told.get(i).equals(used.get(i)) ? 0 : 1;
        }
        return count;
    }
}
