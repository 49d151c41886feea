package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.ClassBalance;
import dev.vitrine.audio.dataset.EpochSampler;
import dev.vitrine.audio.dataset.Labelled;
import java.util.List;

/** In which order clips are learned from. */
@FunctionalInterface
public interface Order {
    /** Each clip once in every pass, in a new random order each time; a batch may reach from one pass into the next. */
    Order SHUFFLED = (clips, classes, size, seed) -> {
        EpochSampler sampler = new EpochSampler(clips.size(), 1, seed);
        return step -> {
            int[] batch = new int[size];
            for (int i = 0; i < size; i++) {
                batch[i] = sampler.batch(step * size + i)[0];
            }
            return batch;
        };
    };

    /** The classes in turn and of each a clip at random: a rare class counts as much as a frequent one. */
    Order BALANCED = (clips, classes, size, seed) -> ClassBalance.sampler(clips, classes, size, seed)::batch;

    /** Which clips make the batch of a step, as indices; it depends on the step alone. */
    @FunctionalInterface
    interface Batch {
        /** As many as a batch has. */
        int[] at(long step);
    }

    /**
     * The order of a training part.
     *
     * @param clips of the training part
     * @param classes how many there are
     * @param size of a batch
     * @param seed of what is random
     */
    Batch of(List<Labelled> clips, int classes, int size, long seed);
}
