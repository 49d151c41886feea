package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.Flatten;
import dev.vitrine.engine.nn.GlobalAvgPool1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.MaxPool1d;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Is this one sound in ten seconds of VGGish embeddings, or of mel bands? Convolutions over time; the 128 numbers of a
 * second are channels, for they stand in the order of a principal component analysis and have no neighbours.
 *
 * <pre>
 * x [N, 128, L] → [Conv1d k3 SAME → ReLU → MaxPool 2] per layer → Flatten → Linear → ReLU → Linear → [N, 1]
 * Tiny:            [Conv1d k3 SAME → ReLU] per layer → mean over time → Linear → [N, 1]
 * </pre>
 *
 * L is 10 for embeddings. The output is the logit of "yes".
 */
public final class AudiosetNet extends Module {
    /** Numbers per second. */
    public static final int CHANNELS = 128;

    /** Seconds of one clip. */
    public static final int SECONDS = 10;

    /** How large the network is. */
    public enum Size {
        /** Filters 32, 64, 128 and a dense layer of 128: 59,873 weights. */
        INITIAL,
        /** Filters 16, 32 and a dense layer of 32: 9,841 weights. */
        SMALL,
        /** Filters 4, 8 and a mean over time: 1,653 weights. */
        TINY
    }

    private final Sequential features;
    private final Sequential classifier;

    /** The network of one size, for embeddings. */
    public AudiosetNet(Size size) {
        this(size, SECONDS);
    }

    /**
     * The network of one size.
     *
     * @param frames L, at least 8
     */
    public AudiosetNet(Size size, int frames) {
        features = child(
                "features",
                switch (size) {
                    case INITIAL -> pooled(32, 64, 128);
                    case SMALL -> pooled(16, 32);
                    case TINY -> unpooled(4, 8);
                });
        classifier = child(
                "classifier",
                switch (size) {
                    case INITIAL -> dense(128 * (frames / 2 / 2 / 2), 128);
                    case SMALL -> dense(32 * (frames / 2 / 2), 32);
                    case TINY -> new Sequential(new GlobalAvgPool1d(), linear(8, 1));
                });
    }

    private static Sequential pooled(int... filters) {
        List<Module> layers = new ArrayList<>();
        int channels = CHANNELS;
        for (int count : filters) {
            layers.addAll(List.of(convolution(channels, count), new ReLU(), new MaxPool1d(2)));
            channels = count;
        }
        return new Sequential(layers);
    }

    private static Sequential unpooled(int first, int second) {
        return new Sequential(convolution(CHANNELS, first), new ReLU(), convolution(first, second), new ReLU());
    }

    private static Sequential dense(int inputs, int hidden) {
        return new Sequential(new Flatten(), linear(inputs, hidden), new ReLU(), linear(hidden, 1));
    }

    private static Conv1d convolution(int in, int out) {
        return new Conv1d(in, out, Window.of(3).padding(Padding.SAME), Init.glorotUniform());
    }

    private static Linear linear(int in, int out) {
        return new Linear(in, out, Init.glorotUniform());
    }

    @Override
    protected Tensor compute(Tensor x) {
        return classifier.forward(features.forward(x));
    }
}
