package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.BatchNorm1d;
import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.GlobalAvgPool1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Cats against dogs on one second of raw samples: ten convolutions of ten filters, each halving the length, then the
 * mean over time and one weighted sum.
 *
 * <pre>
 * x [N, 1, 16000] → 10 × [Conv1d k3 stride 2 SAME → BatchNorm → ReLU] → [N, 10, 16] → mean → [N, 10] → Linear → [N, 1]
 * </pre>
 *
 * 3,041 values are trained (40 + 9 · 310 + 200 + 11), 3,241 with the running statistics. The output is the logit of
 * "dog"; its sigmoid is the probability.
 */
public final class CatsDogsNet extends Module {
    /** The number of convolutions. */
    public static final int LAYERS = 10;

    /** Filters in each convolution. */
    public static final int CHANNELS = 10;

    /** Samples of one input: a second at 16 kHz. */
    public static final int INPUT_LENGTH = 16_000;

    private final Sequential features = child("features", features());
    private final GlobalAvgPool1d pool = child("pool", new GlobalAvgPool1d());
    private final Linear classifier = child("classifier", new Linear(CHANNELS, 1, Init.glorotUniform()));

    private static Sequential features() {
        Window halving = Window.of(3).stride(2).padding(Padding.SAME);
        List<Module> layers = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            layers.add(new Conv1d(i == 0 ? 1 : CHANNELS, CHANNELS, halving, Init.glorotUniform()));
            layers.add(new BatchNorm1d(CHANNELS));
            layers.add(new ReLU());
        }
        return new Sequential(layers);
    }

    @Override
    protected Tensor compute(Tensor x) {
        return classifier.forward(pool.forward(features.forward(x)));
    }
}
