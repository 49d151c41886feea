package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * How far the batches of an epoch are each of one class only. A network that is shown one class for hundreds of steps
 * learns to say that class, whatever it hears.
 *
 * @param batches in the order of the epoch; items that fill no batch at its end are left out
 * @param classes how many there are
 */
public record BatchPurity(List<Batch> batches, int classes) {
    /**
     * What is in one batch.
     *
     * @param present how many classes
     * @param mostFrequent the class with most items, the first if several have
     * @param purity its share of the batch, 0 to 1
     */
    public record Batch(int present, int mostFrequent, double purity) {}

    /** Copies the list. */
    public BatchPurity {
        batches = List.copyOf(batches);
    }

    /**
     * Measures an epoch.
     *
     * @param labels of its items, in their order, 0 .. classes-1
     * @param size of a batch
     */
    public static BatchPurity of(Iterator<Integer> labels, int size, int classes) {
        List<Batch> batches = new ArrayList<>();
        int[] counts = new int[classes];
        int held = 0;
        while (labels.hasNext()) {
            counts[labels.next()]++;
            if (++held == size) {
                batches.add(batch(counts, size));
                Arrays.fill(counts, 0);
                held = 0;
            }
        }
        return new BatchPurity(batches, classes);
    }

    private static Batch batch(int[] counts, int size) {
        int present = 0;
        int most = 0;
        for (int label = 0; label < counts.length; label++) {
            present += counts[label] > 0 ? 1 : 0;
            most = counts[label] > counts[most] ? label : most;
        }
        return new Batch(present, most, (double) counts[most] / size);
    }

    /** How many batches hold every class. */
    public int complete() {
        return (int)
                batches.stream().filter(batch -> batch.present() == classes).count();
    }

    /** How many batches at the end of the epoch are all of one and the same class. */
    public int pureTail() {
        int pure = 0;
        for (int i = batches.size() - 1; i >= 0; i--) {
            Batch batch = batches.get(i);
            Batch last = batches.get(batches.size() - 1);
            if (batch.present() > 1 || batch.mostFrequent() != last.mostFrequent()) {
                break;
            }
            pure++;
        }
        return pure;
    }

    /** The mean share of the most frequent class; NaN if there is no batch. */
    public double mean() {
        return batches.stream().mapToDouble(Batch::purity).average().orElse(Double.NaN);
    }
}
