package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a network without changing it: norms of weights, of gradients and of the last update, and what its layers put
 * out.
 */
final class Probe {
    /** Of larger networks weights are not copied for the sake of a chart. */
    private static final int MOST_WEIGHTS = 4_000_000;

    static final String GRADIENT = "gradient:";
    static final String WEIGHT = "weight:";
    static final String UPDATE = "update:";
    static final String MEAN = "mean:";
    static final String DEVIATION = "deviation:";
    static final String DEAD = "dead:";

    private final Network network;
    private final List<String> layers = new ArrayList<>();
    private final List<String> relus = new ArrayList<>();
    private Map<String, double[]> before = Map.of();

    Probe(Network network) {
        this.network = network;
        network.root().visit((path, module) -> {
            if (module.children().isEmpty()) {
                layers.add(path);
                if (module instanceof ReLU) {
                    relus.add(path);
                }
            }
        });
    }

    /** The names of what is measured: norms by parameter, mean and deviation of outputs by layer, share of dead channels. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (String path : network.parameters().tensors().keySet()) {
            columns.addAll(List.of(GRADIENT + path, WEIGHT + path, UPDATE + path));
        }
        for (String path : layers) {
            columns.addAll(List.of(MEAN + path, DEVIATION + path));
        }
        relus.forEach(path -> columns.add(DEAD + path));
        return columns;
    }

    /** Keeps the weights, to tell after the next step how far it moved them. */
    void beforeStep() {
        before = small() ? weights() : Map.of();
    }

    private boolean small() {
        return network.totalCount() <= MOST_WEIGHTS;
    }

    private Map<String, double[]> weights() {
        Map<String, double[]> weights = new HashMap<>();
        network.parameters()
                .tensors()
                .forEach((path, tensor) -> weights.put(path, tensor.buffer().toDoubles()));
        return weights;
    }

    /** The norm of each parameter's gradient in the last step. */
    Map<String, Double> gradients() {
        Map<String, Double> norms = new LinkedHashMap<>();
        network.parameters()
                .tensors()
                .forEach((path, tensor) -> norms.put(
                        path,
                        tensor.wantsGrad() && tensor.hasGrad()
                                ? norm(tensor.grad().buffer().toDoubles())
                                : Double.NaN));
        return norms;
    }

    /**
     * All {@link #columns}, after a step. What was not measured is NaN.
     *
     * @param seen batches that the network is shown in evaluation mode
     */
    List<Double> measure(List<Batch> seen) {
        Map<String, Double> values = new HashMap<>();
        gradients().forEach((path, norm) -> values.put(GRADIENT + path, norm));
        if (small()) {
            weights().forEach((path, now) -> {
                values.put(WEIGHT + path, norm(now));
                double[] then = before.get(path);
                values.put(UPDATE + path, then == null ? Double.NaN : norm(difference(now, then)));
            });
        }
        values.putAll(outputs(seen));
        return columns().stream()
                .map(column -> values.getOrDefault(column, Double.NaN))
                .toList();
    }

    private Map<String, Double> outputs(List<Batch> seen) {
        Map<String, Outputs> outputs = new HashMap<>();
        network.mode(Mode.EVALUATION);
        for (Batch batch : seen) {
            try (Scope scope = network.device().inference()) {
                Tensor inputs = Tensor.of(network.device(), batch.inputShape(), batch.inputs());
                network.forward(inputs, (path, module, in, out) -> see(outputs, path, module, out));
            }
        }
        Map<String, Double> values = new HashMap<>();
        outputs.forEach((path, output) -> {
            values.put(MEAN + path, output.mean());
            values.put(DEVIATION + path, output.deviation());
            values.put(DEAD + path, output.dead());
        });
        return values;
    }

    private static void see(Map<String, Outputs> outputs, String path, Module module, Tensor out) {
        if (module.children().isEmpty()) {
            Shape shape = out.shape();
            int channels = shape.rank() > 1 ? shape.size(1) : 1;
            outputs.computeIfAbsent(path, p -> new Outputs(channels))
                    .add(out.toDoubles(), shape.elements() / shape.size(0) / channels);
        }
    }

    /** What one layer put out: sums, and which channels were ever above 0. */
    private static final class Outputs {
        private final boolean[] alive;
        private long count;
        private double sum;
        private double squares;

        Outputs(int channels) {
            alive = new boolean[channels];
        }

        /** Values in [N, C, places]. */
        void add(double[] values, int places) {
            for (int i = 0; i < values.length; i++) {
                sum += values[i];
                squares += values[i] * values[i];
                alive[i / places % alive.length] |= values[i] > 0;
            }
            count += values.length;
        }

        double mean() {
            return sum / count;
        }

        double deviation() {
            return Math.sqrt(Math.max(0, squares / count - mean() * mean()));
        }

        double dead() {
            int dead = 0;
            for (boolean channel : alive) {
                dead += channel ? 0 : 1;
            }
            return (double) dead / alive.length;
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
