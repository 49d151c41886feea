package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.Dropout;
import dev.vitrine.engine.nn.GlobalAvgPool2d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.MaxPool2d;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * An environmental sound from an image of its features.
 *
 * <pre>
 * x [N, 1, 40, 216] → 4 × [Conv2d 2×2 (16, 32, 64, 128) → ReLU → MaxPool 2 → Dropout 0.2]
 *                   → mean over the image → Linear → [N, C]
 * </pre>
 *
 * 49,762 values are trained for 50 classes.
 */
public final class EscFeaturesNet extends Module {
    /** Classes of ESC-50. */
    public static final int CLASSES = 50;

    /** Coefficients of one frame. */
    public static final int COEFFICIENTS = 40;

    /** Frames of a clip of five seconds: one each 512 of 110,250 samples. */
    public static final int FRAMES = 216;

    private static final List<Integer> FILTERS = List.of(16, 32, 64, 128);

    private final Sequential features = child("features", features());
    private final GlobalAvgPool2d pool = child("pool", new GlobalAvgPool2d());
    private final Linear classifier;

    /** The network for {@code classes} classes C. */
    public EscFeaturesNet(int classes) {
        classifier = child("classifier", new Linear(FILTERS.get(FILTERS.size() - 1), classes, Init.glorotUniform()));
    }

    private static Sequential features() {
        List<Module> layers = new ArrayList<>();
        int channels = 1;
        for (int filters : FILTERS) {
            layers.add(new Conv2d(channels, filters, Window2d.of(2), Init.glorotUniform()));
            layers.add(new ReLU());
            layers.add(new MaxPool2d(2));
            layers.add(new Dropout(0.2));
            channels = filters;
        }
        return new Sequential(layers);
    }

    @Override
    protected Tensor compute(Tensor x) {
        return classifier.forward(pool.forward(features.forward(x)));
    }
}
