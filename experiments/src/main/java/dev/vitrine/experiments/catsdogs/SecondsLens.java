package dev.vitrine.experiments.catsdogs;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Seconds;
import dev.vitrine.audio.dataset.SegmentSampler;
import dev.vitrine.audio.dataset.Segmenting;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Lens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sound second by second: random seconds to learn from, whole seconds in order to be judged. */
final class SecondsLens implements Lens {
    private final CatsDogsMaterial material;
    private final Segmenting segmenting;

    SecondsLens(CatsDogsMaterial material, Segmenting segmenting) {
        this.material = material;
        this.segmenting = segmenting;
    }

    @Override
    public Map<String, HostArray> statistics() {
        return Map.of();
    }

    @Override
    public Shape input() {
        return Shape.of(1, segmenting.length());
    }

    @Override
    public Batches batches(List<Labelled> train, int size, long seed) {
        SegmentSampler sampler = new SegmentSampler(
                train.stream().map(clip -> material.clip(clip.name())).toList(), 2, segmenting, seed);
        return step -> {
            SegmentSampler.Batch drawn = sampler.batch(step, size);
            return new Batch(drawn.windows(), inputs(size), drawn.labels(), Objective.YES_OR_NO.targets(size));
        };
    }

    @Override
    public List<View> views(Labelled clip) {
        Seconds seconds = Seconds.of(material.clip(clip.name()), segmenting);
        List<View> views = new ArrayList<>();
        for (int i = 0; i < seconds.windows().size(); i++) {
            views.add(new View(seconds.windows().get(i), seconds.loud().get(i)));
        }
        return views;
    }
}
