package dev.vitrine.experiments.pretrained;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.BatchNorm2d;
import dev.vitrine.engine.nn.Bias;
import dev.vitrine.engine.nn.Channels;
import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.GlobalAvgPool2d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.LeakyReLU;
import dev.vitrine.engine.nn.MaxPool2d;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.norm.BatchNorm;
import dev.vitrine.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a picture shows: a small network trained on ImageNet.
 *
 * <pre>
 * x [N, 3, H, W] → 15 × [Conv2d 3×3 or 1×1 SAME → BatchNorm → LeakyReLU 0.1], MaxPool 2 after the 1st, 2nd, 6th and 10th
 *                → Conv2d 1×1 → mean over the image → [N, C]
 * </pre>
 *
 * Red, green and blue are from 0 to 1. H and W are at least 16.
 *
 * <p>Source: Redmon, "Darknet: Open Source Neural Networks in C", 2013–2016, the model "tiny".
 */
public final class DarknetTiny extends Module {
    /** Classes of ImageNet. */
    public static final int CLASSES = 1000;

    /** Height and width of the pictures that it was trained on. */
    public static final int SIDE = 224;

    /** Channels of the last stage. */
    public static final int CHANNELS = 128;

    private static final String STAGE = "stage";
    private static final BatchNorm.Options KERAS =
            new BatchNorm.Options(1e-3, 0.1, BatchNorm.Options.DEFAULT.activation(), BatchNorm.Options.DEFAULT.pool());

    /**
     * One convolution with what follows it.
     *
     * @param filters output channels
     * @param kernel height and width
     * @param halved whether height and width are halved at the end
     */
    private record Stage(int filters, int kernel, boolean halved) {}

    private static final List<Stage> STAGES = List.of(
            new Stage(16, 3, true),
            new Stage(32, 3, true),
            new Stage(16, 1, false),
            new Stage(128, 3, false),
            new Stage(16, 1, false),
            new Stage(128, 3, true),
            new Stage(32, 1, false),
            new Stage(256, 3, false),
            new Stage(32, 1, false),
            new Stage(256, 3, true),
            new Stage(64, 1, false),
            new Stage(512, 3, false),
            new Stage(64, 1, false),
            new Stage(512, 3, false),
            new Stage(CHANNELS, 1, false));

    private final List<Module> stages = new ArrayList<>();
    private final Conv2d classifier;
    private final GlobalAvgPool2d pool;

    /** The network for {@code classes} classes C, untrained. */
    public DarknetTiny(int classes) {
        for (Sequential stage : stages(STAGES.size())) {
            stages.add(child(path(stages.size() + 1), stage));
        }
        classifier = child("classifier", new Conv2d(CHANNELS, classes, Window2d.of(1), Init.glorotUniform()));
        pool = child("pool", new GlobalAvgPool2d());
    }

    /**
     * The first stages without what halves the image behind the last of them, untrained.
     *
     * @param count from 1 to 15
     */
    static List<Sequential> stages(int count) {
        List<Sequential> first = new ArrayList<>();
        int in = 3;
        for (Stage stage : STAGES.subList(0, count)) {
            boolean halved = stage.halved() && first.size() + 1 < count;
            first.add(layers(in, new Stage(stage.filters(), stage.kernel(), halved)));
            in = stage.filters();
        }
        return first;
    }

    /** The path of a stage, counted from 1. */
    static String path(int stage) {
        return STAGE + stage;
    }

    /** Output channels of a stage, counted from 1. */
    static int filters(int stage) {
        return STAGES.get(stage - 1).filters();
    }

    private static Sequential layers(int in, Stage stage) {
        Window2d window = Window2d.square(Window.of(stage.kernel()).padding(Padding.SAME));
        List<Module> layers = new ArrayList<>(List.of(
                new Conv2d(Channels.of(in, stage.filters()), window, Bias.NONE, Init.glorotUniform()),
                new BatchNorm2d(stage.filters(), KERAS),
                new LeakyReLU(0.1)));
        if (stage.halved()) {
            layers.add(new MaxPool2d(2));
        }
        return new Sequential(layers);
    }

    @Override
    protected Tensor compute(Tensor x) {
        Tensor y = x;
        for (Module stage : stages) {
            y = stage.forward(y);
        }
        return pool.forward(classifier.forward(y));
    }

    /**
     * Weights that a browser reads: {@code model.json} and its groups of float32.
     *
     * @throws IOException if the folder does not hold them; one line
     */
    public static Weights read(Path folder) throws IOException {
        TfjsWeights file = TfjsWeights.read(folder);
        Map<String, HostArray> arrays = new HashMap<>();
        for (int i = 1; i <= STAGES.size(); i++) {
            String norm = "batch_normalization_" + i + "/";
            arrays.put(STAGE + i + ".0.weight", Weights.turned(file.array("conv2d_" + i + "/kernel")));
            arrays.put(STAGE + i + ".1.weight", file.array(norm + "gamma"));
            arrays.put(STAGE + i + ".1.bias", file.array(norm + "beta"));
            arrays.put(STAGE + i + ".1.running_mean", file.array(norm + "moving_mean"));
            arrays.put(STAGE + i + ".1.running_var", file.array(norm + "moving_variance"));
        }
        String last = "conv2d_" + (STAGES.size() + 1);
        arrays.put("classifier.weight", Weights.turned(file.array(last + "/kernel")));
        arrays.put("classifier.bias", file.array(last + "/bias"));
        return new Weights(arrays);
    }
}
