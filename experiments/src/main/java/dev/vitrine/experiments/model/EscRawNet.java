package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.BatchNorm1d;
import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.GlobalAvgPool1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.MaxPool1d;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Tensor;

/**
 * An environmental sound from its raw samples.
 *
 * <pre>
 * x [N, 1, 110250] → Conv1d 16 k64 s4 → BatchNorm → ReLU → MaxPool 8
 *                  → Conv1d 32 k16 s2 → BatchNorm → ReLU → MaxPool 8
 *                  → Conv1d 64 k8 s2 → BatchNorm → ReLU → mean over time → Linear → [N, C]
 * </pre>
 *
 * Nothing is padded. 29,186 values are trained for 50 classes.
 */
public final class EscRawNet extends Module {
    /** Samples of one clip: five seconds at 22,050 Hz. */
    public static final int INPUT_LENGTH = 110_250;

    private final Sequential features = child(
            "features",
            new Sequential(
                    convolution(1, 16, Window.of(64).stride(4)),
                    new BatchNorm1d(16),
                    new ReLU(),
                    new MaxPool1d(8),
                    convolution(16, 32, Window.of(16).stride(2)),
                    new BatchNorm1d(32),
                    new ReLU(),
                    new MaxPool1d(8),
                    convolution(32, 64, Window.of(8).stride(2)),
                    new BatchNorm1d(64),
                    new ReLU()));

    private final GlobalAvgPool1d pool = child("pool", new GlobalAvgPool1d());
    private final Linear classifier;

    /** The network for {@code classes} classes C. */
    public EscRawNet(int classes) {
        classifier = child("classifier", new Linear(64, classes, Init.glorotUniform()));
    }

    private static Conv1d convolution(int in, int out, Window window) {
        return new Conv1d(in, out, window, Init.glorotUniform());
    }

    @Override
    protected Tensor compute(Tensor x) {
        return classifier.forward(pool.forward(features.forward(x)));
    }
}
