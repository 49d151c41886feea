package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.BatchNorm2d;
import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.Flatten;
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

/**
 * Ten seconds of VGGish embeddings as if they were an image of 10 by 128.
 *
 * <pre>
 * x [N, 1, 10, 128] → 2 × [Conv2d 3×3 SAME → BatchNorm → ReLU → MaxPool 2] → Flatten → Linear 64 → ReLU → Linear 1
 * </pre>
 *
 * 136,097 values are trained. It is there to be compared with {@link AudiosetNet}: the numbers of a second are in the
 * order of a principal component analysis, so a window over them takes strangers for neighbours.
 */
public final class AudiosetImageNet extends Module {
    private static final int HIDDEN = 64;

    private final Sequential features = child(
            "features",
            new Sequential(
                    convolution(1, 16),
                    new BatchNorm2d(16),
                    new ReLU(),
                    new MaxPool2d(2),
                    convolution(16, 32),
                    new BatchNorm2d(32),
                    new ReLU(),
                    new MaxPool2d(2)));

    private final Sequential classifier = child(
            "classifier",
            new Sequential(
                    new Flatten(),
                    new Linear(
                            32 * (AudiosetNet.SECONDS / 2 / 2) * (AudiosetNet.CHANNELS / 2 / 2),
                            HIDDEN,
                            Init.glorotUniform()),
                    new ReLU(),
                    new Linear(HIDDEN, 1, Init.glorotUniform())));

    private static Conv2d convolution(int in, int out) {
        return new Conv2d(in, out, Window2d.square(Window.of(3).padding(Padding.SAME)), Init.glorotUniform());
    }

    @Override
    protected Tensor compute(Tensor x) {
        return classifier.forward(features.forward(x));
    }
}
