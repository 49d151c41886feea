package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Draw;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Standardisation;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sees each computed clip as one input, scaled by what the training part showed. */
final class ScaledLens implements Lens {
    private static final String MEAN = "mean";
    private static final String DEVIATION = "deviation";

    private final ComputedMaterial material;
    private final Form form;
    private final Standardisation scale;

    ScaledLens(ComputedMaterial material, Standardisation scale) {
        this.material = material;
        this.form = material.form();
        this.scale = scale;
    }

    /** Sees inputs as they are. */
    static ScaledLens unscaled(ComputedMaterial material) {
        return new ScaledLens(material, new Standardisation(new double[0], new double[0]));
    }

    static ScaledLens restored(ComputedMaterial material, Map<String, HostArray> statistics) {
        if (material.form().rows() == 0) {
            return unscaled(material);
        }
        return new ScaledLens(material, new Standardisation(values(statistics, MEAN), values(statistics, DEVIATION)));
    }

    private static double[] values(Map<String, HostArray> statistics, String name) {
        return Objects.requireNonNull(statistics.get(name), name).values();
    }

    @Override
    public Map<String, HostArray> statistics() {
        if (form.rows() == 0) {
            return Map.of();
        }
        Shape shape = Shape.of(form.rows());
        return Map.of(MEAN, new HostArray(shape, scale.mean()), DEVIATION, new HostArray(shape, scale.deviation()));
    }

    @Override
    public Shape input() {
        return form.input();
    }

    @Override
    public Batches batches(List<Labelled> train, int size, long seed) {
        return batches(train, size, seed, form.variation());
    }

    @Override
    public Batches unvaried(List<Labelled> train, int size, long seed) {
        return batches(train, size, seed, Variation.NONE);
    }

    private Batches batches(List<Labelled> train, int size, long seed, Variation variation) {
        Order.Batch order = form.order().of(train, form.classes().size(), size, seed);
        int width = form.input().elements();
        return step -> {
            int[] drawn = order.at(step);
            float[] inputs = new float[drawn.length * width];
            float[] targets = new float[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                Labelled clip = train.get(drawn[i]);
                Draw draw = Draw.of(seed, 0x7A12, step, i);
                List<float[]> of = material.entry(clip).inputs();
                float[] x = scaled(of.get(of.size() == 1 ? 0 : draw.below(of.size())));
                variation.vary(x, draw);
                System.arraycopy(x, 0, inputs, i * width, width);
                targets[i] = clip.label();
            }
            return new Batch(
                    inputs, inputs(drawn.length), targets, form.objective().targets(drawn.length));
        };
    }

    private float[] scaled(float[] input) {
        return form.rows() == 0 ? input.clone() : scale.channels(input);
    }

    @Override
    public List<View> views(Labelled clip) {
        return material.entry(clip).inputs().stream()
                .map(input -> new View(scaled(input), true))
                .toList();
    }
}
