package dev.vitrine.experiments.pretrained;

import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.GlobalAvgPool2d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.MaxPool2d;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a picture shows: SqueezeNet 1.0, trained on ImageNet.
 *
 * <pre>
 * x [N, 3, 227, 227] → Conv2d 96 7×7 s2 → ReLU → MaxPool 3 s2 → Fire 2, 3, 4 → MaxPool 3 s2 → Fire 5, 6, 7, 8
 *                    → MaxPool 3 s2 → Fire 9 → Conv2d C 1×1 p1 → ReLU → mean over the image → [N, C]
 * </pre>
 *
 * Blue, green and red are from 0 to 255, less 104, 117 and 123.
 *
 * <p>Source: Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters", 2016, table 1.
 */
public final class SqueezeNet extends Module {
    /** Height and width of the pictures that it was trained on. */
    public static final int SIDE = 227;

    /** Classes of ImageNet. */
    public static final int CLASSES = 1000;

    private static final List<Integer> SQUEEZED = List.of(16, 16, 32, 32, 48, 48, 64, 64);
    private static final List<Integer> EXPANDED = List.of(64, 64, 128, 128, 192, 192, 256, 256);
    private static final int FIRST_FILTERS = 96;

    private final Conv2d first;
    private final List<Fire> fires = new ArrayList<>();
    private final Conv2d classifier;
    private final ReLU relu;
    private final MaxPool2d pool;
    private final GlobalAvgPool2d mean;

    /** The network for {@code classes} classes C, untrained. */
    public SqueezeNet(int classes) {
        first = child(
                "conv1",
                new Conv2d(3, FIRST_FILTERS, Window2d.square(Window.of(7).stride(2)), Init.glorotUniform()));
        int in = FIRST_FILTERS;
        for (int i = 0; i < SQUEEZED.size(); i++) {
            fires.add(child("fire" + (i + 2), new Fire(in, SQUEEZED.get(i), EXPANDED.get(i))));
            in = 2 * EXPANDED.get(i);
        }
        classifier = child(
                "conv10",
                new Conv2d(in, classes, Window2d.square(Window.of(1).padding(Padding.of(1, 1))), Init.glorotUniform()));
        relu = child("relu", new ReLU());
        pool = child("pool", new MaxPool2d(Window2d.square(Window.of(3).stride(2))));
        mean = child("mean", new GlobalAvgPool2d());
    }

    @Override
    protected Tensor compute(Tensor x) {
        Tensor y = pool.forward(relu.forward(first.forward(x)));
        for (int i = 0; i < fires.size(); i++) {
            y = fires.get(i).forward(y);
            if (i == 2 || i == 6) {
                y = pool.forward(y);
            }
        }
        return mean.forward(relu.forward(classifier.forward(y)));
    }

    /**
     * Weights in the form of Deep Compression.
     *
     * @throws IOException if the file does not hold them; one line
     */
    public static Weights read(Path file) throws IOException {
        return DeepCompression.read(file, kernels());
    }

    /** The shapes of all kernels, in the order of the file. */
    private static Map<String, Shape> kernels() {
        Map<String, Shape> kernels = new LinkedHashMap<>();
        kernels.put("conv1", Shape.of(FIRST_FILTERS, 3, 7, 7));
        int in = FIRST_FILTERS;
        for (int i = 0; i < SQUEEZED.size(); i++) {
            int squeezed = SQUEEZED.get(i);
            int expanded = EXPANDED.get(i);
            String fire = "fire" + (i + 2) + ".";
            kernels.put(fire + "squeeze1x1", Shape.of(squeezed, in, 1, 1));
            kernels.put(fire + "expand1x1", Shape.of(expanded, squeezed, 1, 1));
            kernels.put(fire + "expand3x3", Shape.of(expanded, squeezed, 3, 3));
            in = 2 * expanded;
        }
        kernels.put("conv10", Shape.of(CLASSES, in, 1, 1));
        return kernels;
    }
}
