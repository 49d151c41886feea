package dev.vitrine.experiments.pretrained;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.BatchNorm1d;
import dev.vitrine.engine.nn.GlobalAvgPool2d;
import dev.vitrine.engine.nn.GlobalMaxPool2d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.view.Concat;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first ten stages of {@link DarknetTiny} with a new head, for pictures of something else, such as spectrograms.
 *
 * <pre>
 * x [N, 3, H, W] → 10 stages → [N, 256, H / 8, W / 8] → mean and maximum over the image, side by side
 *                → BatchNorm → Linear → [N, C]
 * </pre>
 */
public final class TransferNet extends Module {
    private static final int STAGES = 10;

    private final List<Sequential> stages = new ArrayList<>();
    private final GlobalAvgPool2d mean;
    private final GlobalMaxPool2d most;
    private final BatchNorm1d norm;
    private final Linear classifier;

    /** The network for {@code classes} classes C, untrained. */
    public TransferNet(int classes) {
        for (Sequential stage : DarknetTiny.stages(STAGES)) {
            stages.add(child(DarknetTiny.path(stages.size() + 1), stage));
        }
        mean = child("mean", new GlobalAvgPool2d());
        most = child("max", new GlobalMaxPool2d());
        int channels = 2 * DarknetTiny.filters(STAGES);
        norm = child("norm", new BatchNorm1d(channels));
        classifier = child("classifier", new Linear(channels, classes, Init.glorotUniform()));
    }

    @Override
    protected Tensor compute(Tensor x) {
        Tensor y = x;
        for (Sequential stage : stages) {
            y = stage.forward(y);
        }
        return classifier.forward(norm.forward(Concat.concat(1, mean.forward(y), most.forward(y))));
    }

    /** Those of its stages, out of the weights of a {@link DarknetTiny} or of another network like this. */
    public static Weights stagesOf(Weights weights) {
        Map<String, HostArray> arrays = new HashMap<>();
        for (int stage = 1; stage <= STAGES; stage++) {
            arrays.putAll(weights.below(DarknetTiny.path(stage)).arrays());
        }
        return new Weights(arrays);
    }

    /** Lets the head alone learn. */
    public static void freezeStages(Network network) {
        for (int stage = 1; stage <= STAGES; stage++) {
            network.freeze(DarknetTiny.path(stage));
        }
    }

    /** Lets everything learn. */
    public static void unfreezeStages(Network network) {
        for (int stage = 1; stage <= STAGES; stage++) {
            network.unfreeze(DarknetTiny.path(stage));
        }
    }
}
