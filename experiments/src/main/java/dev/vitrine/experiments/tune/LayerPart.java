package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Launch;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A part of a layer on a device of its own, which it closes; the numbers that go in are the same on every device. */
final class LayerPart implements Subject {
    private static final double GRID = 256;

    private final Device device;
    private final Part part;
    private final Network network;
    private final Tensor x;
    private final Tensor gradient;

    LayerPart(Device device, Layer layer, Part part) {
        this.device = device;
        this.part = part;
        network = Network.of(device, new Sequential(layer.modules().get()), 1).mode(Mode.TRAINING);
        x = normal(layer.input(), 1);
        if (part == Part.DATA || part == Part.ALL) {
            x.requiresGrad();
        }
        if (part == Part.DATA) {
            List.copyOf(network.parameters().tensors().keySet()).forEach(network::freeze);
        }
        gradient = normal(outputShape(), 2);
    }

    private Shape outputShape() {
        try (Scope scope = device.inference()) {
            return network.forward(x).shape();
        }
    }

    /** Values that float32 holds exactly, and so far apart that rounding does not decide which is larger. */
    private Tensor normal(Shape shape, long seed) {
        Rng rng = new Rng(seed);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Math.rint(rng.gaussian() * GRID) / GRID);
        }
        return Tensor.of(device, shape, values);
    }

    @Override
    public List<double[]> arrays() {
        clear();
        try (Scope scope = device.step()) {
            Tensor out = network.forward(x);
            List<double[]> arrays = new ArrayList<>();
            if (part == Part.FORWARD || part == Part.ALL) {
                arrays.add(out.toDoubles());
            }
            if (part != Part.FORWARD) {
                out.backward(gradient);
                learning().forEach(tensor -> arrays.add(tensor.grad().toDoubles()));
            }
            return arrays;
        }
    }

    /** What {@link #arrays} holds, for the bound of each: how many terms are in its longest sum. */
    List<Integer> terms(long multiplyAdds) {
        List<Integer> terms = new ArrayList<>();
        if (part == Part.FORWARD || part == Part.ALL) {
            terms.add(termsOf(gradient, multiplyAdds));
        }
        if (part != Part.FORWARD) {
            for (Tensor tensor : learning()) {
                boolean input = tensor == x;
                // A weight or bias sees every output of its channel, or of its unit.
                terms.add(
                        input
                                ? termsOf(x, multiplyAdds)
                                : gradient.shape().elements() / tensor.shape().size(0));
            }
        }
        return terms;
    }

    /** Multiply-adds are spread evenly; where there are none, an array of statistics stands behind every value. */
    private int termsOf(Tensor tensor, long multiplyAdds) {
        int values = tensor.shape().elements();
        return (int) Math.max(
                1,
                multiplyAdds > 0
                        ? multiplyAdds / values
                        : values / tensor.shape().size(1));
    }

    private List<Tensor> learning() {
        List<Tensor> learning = new ArrayList<>();
        if (x.wantsGrad()) {
            learning.add(x);
        }
        network.parameters().tensors().values().stream()
                .filter(Tensor::wantsGrad)
                .forEach(learning::add);
        return learning;
    }

    private void clear() {
        learning().forEach(Tensor::zeroGrad);
    }

    @Override
    public double milliseconds() {
        OpenClDevice openCl = (OpenClDevice) device;
        clear();
        try (Scope scope = device.step()) {
            return switch (part) {
                case FORWARD -> milliseconds(openCl.timed(() -> network.forward(x)));
                case ALL -> milliseconds(openCl.timed(() -> network.forward(x).backward(gradient)));
                default -> {
                    Tensor out = network.forward(x);
                    yield milliseconds(openCl.timed(() -> out.backward(gradient)));
                }
            };
        }
    }

    private static double milliseconds(List<Launch> launches) {
        return launches.stream().mapToLong(Launch::nanoseconds).sum() / 1e6;
    }

    @Override
    public void close() {
        device.close();
    }
}
