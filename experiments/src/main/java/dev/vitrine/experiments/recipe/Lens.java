package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batches;
import java.util.List;
import java.util.Map;

/** How a network sees clips: cut, scaled, put into batches. In training and in judging it is the same. */
public interface Lens {
    /** What was learned from the training part, such as means and deviations, by name; stored with the weights. */
    Map<String, HostArray> statistics();

    /** The shape of one input, without the batch axis. */
    Shape input();

    /** The shape of {@code n} inputs together. */
    default Shape inputs(int n) {
        int[] one = input().toArray();
        int[] sizes = new int[one.length + 1];
        sizes[0] = n;
        System.arraycopy(one, 0, sizes, 1, one.length);
        return Shape.of(sizes);
    }

    /** Batches for ever, to learn from; a batch is a function of the seed and of its step. */
    Batches batches(List<Labelled> train, int size, long seed);

    /** The same batches without what is varied by lot on purpose, such as loudness: to see how inputs are scaled. */
    default Batches unvaried(List<Labelled> train, int size, long seed) {
        return batches(train, size, seed);
    }

    /** What is judged of a clip, part by part, in order. */
    List<View> views(Labelled clip);

    /**
     * One input.
     *
     * @param values in the shape of the input
     * @param counts true if its verdict has a vote in that of the clip
     */
    record View(float[] values, boolean counts) {}
}
