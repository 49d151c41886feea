package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Batches that pass through, and how many examples of each class each of them held. */
public final class ClassCounts implements Batches {
    private final Batches source;
    private final int classes;
    private final Map<Long, int[]> counts = new ConcurrentHashMap<>();

    /** Counts classes in the batches of {@code source}; targets are class numbers. */
    public ClassCounts(Batches source, int classes) {
        this.source = source;
        this.classes = classes;
    }

    @Override
    public Batch at(long step) {
        Batch batch = source.at(step);
        counts.put(step, count(batch));
        return batch;
    }

    private int[] count(Batch batch) {
        int[] found = new int[classes];
        for (float target : batch.targets()) {
            int label = Math.round(target);
            if (label >= 0 && label < classes) {
                found[label]++;
            }
        }
        return found;
    }

    /** The counts of the steps from {@code from} (inclusive) to {@code to} (exclusive) that were asked for; they are then forgotten. */
    public List<int[]> take(long from, long to) {
        List<int[]> taken = new ArrayList<>();
        for (long step = from; step < to; step++) {
            int[] found = counts.remove(step);
            if (found != null) {
                taken.add(found);
            }
        }
        return taken;
    }
}
