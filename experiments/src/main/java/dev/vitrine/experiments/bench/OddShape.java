package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Place.Pass;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Bias;
import dev.vitrine.engine.nn.Channels;
import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A layer that no work has: nothing is made for its sizes in particular.
 *
 * @param words as in {@code conv1d 7 to 13, k 9}
 * @param layer a new one at each call
 * @param input with the batch axis
 */
public record OddShape(String words, Supplier<Module> layer, Shape input) {
    /** Prime, few, many, far apart and in groups. */
    public static List<OddShape> all() {
        return List.of(
                conv1d(1, 7, 1, Window.of(5), 7, 10_007),
                conv1d(7, 13, 1, Window.of(9), 7, 4_999),
                conv1d(13, 13, 1, Window.of(3), 1, 16_001),
                conv1d(10, 10, 1, Window.of(3).dilation(4), 7, 8_009),
                conv1d(10, 10, 5, Window.of(3), 7, 8_009),
                conv1d(12, 12, 12, Window.of(9), 7, 8_009),
                conv1d(17, 31, 1, Window.of(1), 7, 4_001),
                conv1d(5, 11, 1, Window.of(7).stride(3), 7, 9_973),
                conv2d(3, 7, 1, Window.of(5), 7, 61, 67),
                conv2d(13, 17, 1, Window.of(3), 1, 101, 103),
                conv2d(8, 8, 1, Window.of(3).dilation(2), 7, 61, 67),
                conv2d(16, 16, 4, Window.of(3), 7, 61, 67),
                conv2d(7, 11, 1, Window.of(9), 7, 31, 37),
                conv2d(5, 13, 1, Window.of(3).stride(2), 7, 97, 89),
                conv2d(19, 23, 1, Window.of(1), 7, 61, 67),
                linear(127, 61, 1),
                linear(1_009, 503, 7),
                linear(331, 3, 113));
    }

    private static OddShape conv1d(int in, int out, int groups, Window window, int batch, int length) {
        return new OddShape(
                "conv1d " + words(in, out, groups, window) + ", " + batch + " x " + length,
                () -> new Conv1d(Channels.of(in, out).groups(groups), window, Bias.TRAINED, Init.glorotUniform()),
                Shape.of(batch, in, length));
    }

    private static OddShape conv2d(int in, int out, int groups, Window window, int batch, int height, int width) {
        return new OddShape(
                "conv2d " + words(in, out, groups, window) + ", " + batch + " x " + height + " x " + width,
                () -> new Conv2d(
                        Channels.of(in, out).groups(groups),
                        Window2d.square(window),
                        Bias.TRAINED,
                        Init.glorotUniform()),
                Shape.of(batch, in, height, width));
    }

    private static OddShape linear(int in, int out, int batch) {
        return new OddShape(
                "linear " + in + " to " + out + ", " + batch,
                () -> new Linear(in, out, Init.glorotUniform()),
                Shape.of(batch, in));
    }

    private static String words(int in, int out, int groups, Window window) {
        return in + " to " + out + ", k " + window.kernelSize()
                + (window.stride() == 1 ? "" : " s " + window.stride())
                + (window.dilation() == 1 ? "" : " d " + window.dilation())
                + (groups == 1 ? "" : " g " + groups);
    }

    /**
     * What its kernels took.
     *
     * @param weights the gradients of weights and bias
     */
    public record Times(String words, Part forward, Part data, Part weights) {}

    /**
     * The kernels of one part of the work.
     *
     * @param milliseconds of all of them
     * @param floorMilliseconds the least that the multiply-adds, and the arrays once, can take on this device
     */
    public record Part(double milliseconds, double gigaflops, double floorMilliseconds) {
        /** 1 where it is as fast as the device can be. */
        public double shareOfRoof() {
            return floorMilliseconds / milliseconds;
        }
    }

    /** Times forward and backward. */
    public Times measure(OpenClDevice device, Roof roof) {
        Network network = Network.of(device, new Sequential(List.of(layer.get())), 1);
        Rng rng = new Rng(1);
        Tensor x = Tensor.randn(device, rng, input.toArray()).requiresGrad();
        int[] one = input.toArray();
        one[0] = 1;
        Summary summary = Summary.of(network, Shape.of(one));
        network.mode(Mode.TRAINING);
        int[] made = summary.rows().get(0).out().toArray();
        made[0] = input.size(0);
        Tensor gradient = Tensor.randn(device, rng, made);
        Runnable queue = () -> {
            try (Scope scope = device.step()) {
                x.zeroGrad();
                network.parameters().tensors().values().forEach(Tensor::zeroGrad);
                network.forward(x).backward(gradient);
            }
        };
        queue.run();
        double operations = 2.0 * input.size(0) * summary.multiplyAdds();
        List<KernelTimes.Row> rows =
                KernelTimes.rows(device, queue, new KernelTimes.Layers(summary, input.size(0)), roof).stream()
                        .filter(row -> !row.place().layer().isEmpty())
                        .toList();
        return new Times(
                words,
                part(rows, operations, row -> row.place().pass() == Pass.FORWARD),
                part(rows, operations, row -> row.place().pass() == Pass.BACKWARD && !ofWeights(row)),
                part(rows, operations, row -> row.place().pass() == Pass.BACKWARD && ofWeights(row)));
    }

    private static boolean ofWeights(KernelTimes.Row row) {
        return row.kernel().matches(".*(weights|bias|total).*");
    }

    private static Part part(List<KernelTimes.Row> rows, double operations, Predicate<KernelTimes.Row> wanted) {
        List<KernelTimes.Row> own = rows.stream().filter(wanted).toList();
        double milliseconds =
                own.stream().mapToDouble(KernelTimes.Row::milliseconds).sum();
        double floor = own.stream()
                .mapToDouble(KernelTimes.Row::floorMilliseconds)
                .max()
                .orElse(0);
        return new Part(milliseconds, operations / milliseconds / 1e6, floor);
    }
}
