package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.BatchNorm2d;
import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.GlobalAvgPool2d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.MaxPool2d;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The family of an instrument from the log-mel spectrogram of one note, with a thousandth of the weights of
 * {@link NsynthOriginalNet}.
 *
 * <pre>
 * x [N, 1, 128, 126] → 4 × [Conv2d 3×3 SAME (16, 32, 64, 64) → BatchNorm → ReLU → MaxPool 2]
 *                    → mean over the image → Linear → [N, C]
 * </pre>
 *
 * 61,291 values are trained for 11 families.
 */
public final class NsynthNet extends Module {
    /** Instrument families of the data set. */
    public static final int FAMILIES = 11;

    /** Mel bands. */
    public static final int BANDS = 128;

    /** Frames of a note of 4 seconds: one each 512 of 64,000 samples, the first and the last centred on the ends. */
    public static final int FRAMES = 126;

    private static final List<Integer> FILTERS = List.of(16, 32, 64, 64);

    private final Sequential features = child("features", features());
    private final GlobalAvgPool2d pool = child("pool", new GlobalAvgPool2d());
    private final Linear classifier;

    /** The network for {@code families} families C. */
    public NsynthNet(int families) {
        classifier = child("classifier", new Linear(FILTERS.get(FILTERS.size() - 1), families, Init.glorotUniform()));
    }

    private static Sequential features() {
        Window2d window = Window2d.square(Window.of(3).padding(Padding.SAME));
        List<Module> layers = new ArrayList<>();
        int channels = 1;
        for (int filters : FILTERS) {
            layers.add(new Conv2d(channels, filters, window, Init.glorotUniform()));
            layers.add(new BatchNorm2d(filters));
            layers.add(new ReLU());
            layers.add(new MaxPool2d(2));
            channels = filters;
        }
        return new Sequential(layers);
    }

    @Override
    protected Tensor compute(Tensor x) {
        return classifier.forward(pool.forward(features.forward(x)));
    }
}
