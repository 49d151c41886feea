package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Two ways to let a rare class count as much as a frequent one: weights in the loss, or more frequent draws. */
public final class ClassBalance {
    private final List<int[]> members;
    private final int size;
    private final long seed;

    private ClassBalance(List<int[]> members, int size, long seed) {
        this.members = members;
        this.size = size;
        this.seed = seed;
    }

    /**
     * The weight of each class: n / (k · n_c) for n items, k classes and n_c items of class c, so that the weights of all
     * items sum up to n. A class without items has weight 0.
     *
     * <p>As scikit-learn's {@code class_weight="balanced"}.
     */
    public static double[] weights(Collection<? extends Labelled> items, int classes) {
        double[] weights = new double[classes];
        for (Labelled item : items) {
            weights[item.label()]++;
        }
        for (int label = 0; label < classes; label++) {
            weights[label] = weights[label] == 0 ? 0 : items.size() / (classes * weights[label]);
        }
        return weights;
    }

    /**
     * A sampler that draws the classes in turn and in each an item at random, with replacement.
     *
     * @param items a batch holds their indices
     * @param size of a batch
     * @throws IllegalArgumentException if a class has no item
     */
    public static ClassBalance sampler(List<? extends Labelled> items, int classes, int size, long seed) {
        List<int[]> members = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            List<Integer> of = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).label() == label) {
                    of.add(i);
                }
            }
            if (of.isEmpty()) {
                throw new IllegalArgumentException("class " + label + " has no item to draw");
            }
            members.add(of.stream().mapToInt(Integer::intValue).toArray());
        }
        return new ClassBalance(members, size, seed);
    }

    /** Which items make the batch of a step; it depends on the seed and the step alone. */
    public int[] batch(long step) {
        int[] batch = new int[size];
        for (int i = 0; i < size; i++) {
            int[] of = members.get((int) ((step * size + i) % members.size()));
            batch[i] = of[Draw.of(seed, 0xBA1A, step, i).below(of.length)];
        }
        return batch;
    }
}
