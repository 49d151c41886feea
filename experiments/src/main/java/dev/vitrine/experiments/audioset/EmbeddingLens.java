package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dataset.Draw;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.EpochSampler;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Standardisation;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Variation;
import java.util.List;
import java.util.Map;

/** Ten seconds of embeddings, scaled; a second that is missing is 0 there, as the mean is. */
final class EmbeddingLens implements Lens {
    private final EmbeddingMaterial material;
    private final Standardisation scale;
    private final Variant variant;
    private final Changes changes;

    EmbeddingLens(EmbeddingMaterial material, Standardisation scale, Variant variant, Changes changes) {
        this.material = material;
        this.scale = scale;
        this.variant = variant;
        this.changes = changes;
    }

    @Override
    public Map<String, HostArray> statistics() {
        return EmbeddingMaterial.statistics(scale);
    }

    @Override
    public Shape input() {
        return variant.input();
    }

    /** All clips in random order, then again in another; every batch is full. */
    @Override
    public Batches batches(List<Labelled> train, int size, long seed) {
        return batches(train, size, seed, changes.variation());
    }

    @Override
    public Batches unvaried(List<Labelled> train, int size, long seed) {
        return batches(train, size, seed, Variation.NONE);
    }

    private Batches batches(List<Labelled> train, int size, long seed, Variation variation) {
        EpochSampler deck = new EpochSampler(train.size(), 1, seed);
        return step -> {
            float[] inputs = new float[size * input().elements()];
            float[] targets = new float[size];
            for (int i = 0; i < size; i++) {
                Labelled clip = train.get(deck.batch(step * size + i)[0]);
                float[] x = values(clip);
                variation.vary(x, Draw.of(seed, 0xA5E7, step, i));
                System.arraycopy(x, 0, inputs, i * x.length, x.length);
                targets[i] = clip.label();
            }
            return new Batch(inputs, inputs(size), targets, Objective.YES_OR_NO.targets(size));
        };
    }

    @Override
    public List<View> views(Labelled clip) {
        return List.of(new View(values(clip), true));
    }

    /** [128, 10], or [1, 10, 128] for an image. */
    private float[] values(Labelled clip) {
        Embedding.Padded padded = material.embedding(clip).padded(Embedding.CLIP_FRAMES);
        float[] scaled = scale.rows(padded.values());
        int width = Embedding.VGGISH_WIDTH;
        float[] x = new float[scaled.length];
        for (int t = 0; t < Embedding.CLIP_FRAMES; t++) {
            for (int d = 0; d < width; d++) {
                int to = variant.inChannels() ? d * Embedding.CLIP_FRAMES + t : t * width + d;
                x[to] = padded.mask()[t] * scaled[t * width + d];
            }
        }
        return x;
    }
}
