package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.inspect.Layers;
import dev.vitrine.engine.io.Checkpoint;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.optim.Sgd;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.experiments.recipe.Plan.Optimization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The network and the optimiser of one fold, in memory and on disk. */
public final class Fold {
    /** The state after the last epoch. */
    public static final String LAST = "last";

    /** The state that validated best. */
    public static final String BEST = "best";

    private static final String MEMORY = "optimizer.";

    private static final String LENS = "input.";

    private final Path folder;
    private final int index;
    private final Network network;
    private final Optimizer optimizer;
    private Map<String, HostArray> statistics = Map.of();
    private long step;
    private double bestValidation = -1;

    /**
     * A fold before its first step.
     *
     * @param folder of the checkpoints
     * @param index counted from 0
     * @param module the layers, untrained
     */
    public Fold(Path folder, int index, Module module, Plan plan, Device device) {
        this.folder = folder;
        this.index = index;
        this.network = Network.of(device, module, plan.seed() + index);
        this.optimizer = plan.optimizer() == Optimization.SGD
                ? new Sgd(network.parameters(), new Sgd.Options(0.9, 0))
                : new Adam(network.parameters(), Adam.Options.DEFAULT);
    }

    Network network() {
        return network;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    /** How this fold's network sees clips, as {@link Lens#statistics} has it. */
    Map<String, HostArray> statistics() {
        return statistics;
    }

    void seesBy(Map<String, HostArray> newStatistics) {
        statistics = Map.copyOf(newStatistics);
    }

    /** Steps done. */
    long step() {
        return step;
    }

    void reach(long newStep) {
        step = newStep;
    }

    /** True if the score is better than all before; it is then the best. */
    boolean isBest(double validation) {
        boolean best = validation > bestValidation;
        bestValidation = Math.max(bestValidation, validation);
        return best;
    }

    private String fileName(String which) {
        return "fold-" + (index + 1) + "-" + which;
    }

    /** True if there is a state to go on from. */
    boolean exists(String which) {
        return Checkpoint.exists(folder, fileName(which));
    }

    /** Saves the state; float32 on an OpenCL device and double on the Java device, so that no bit is lost. */
    void save(String which) throws IOException {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        network.state().forEach((path, tensor) -> arrays.put(path, host(tensor.shape(), tensor.buffer())));
        optimizer.memory().forEach((name, buffer) -> arrays.put(MEMORY + name, host(Shape.of(buffer.size()), buffer)));
        statistics.forEach((name, array) -> arrays.put(LENS + name, array));
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("step", step);
        training.put("best_validation", bestValidation);
        Precision precision = network.device() instanceof JavaDevice ? Precision.FLOAT64 : Precision.FLOAT32;
        new Checkpoint(Layers.of(network.root()), training, arrays).write(folder, fileName(which), precision);
    }

    /** Takes a saved state up. */
    public void load(String which) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(folder, fileName(which));
        Map<String, Shape> expected = new LinkedHashMap<>();
        network.state().forEach((path, tensor) -> expected.put(path, tensor.shape()));
        optimizer.memory().forEach((name, buffer) -> expected.put(MEMORY + name, Shape.of(buffer.size())));
        statistics = underLens(checkpoint.arrays());
        statistics.forEach((name, array) -> expected.put(LENS + name, array.shape()));
        checkpoint.requireShapes(folder, fileName(which), expected);
        network.state().forEach((path, tensor) -> write(checkpoint, path, tensor.buffer()));
        optimizer.memory().forEach((name, buffer) -> write(checkpoint, MEMORY + name, buffer));
        step = number(checkpoint, "step").longValue();
        bestValidation = number(checkpoint, "best_validation").doubleValue();
        optimizer.resumeAfter(step);
    }

    private static Map<String, HostArray> underLens(Map<String, HostArray> arrays) {
        Map<String, HostArray> found = new LinkedHashMap<>();
        arrays.forEach((path, array) -> {
            if (path.startsWith(LENS)) {
                found.put(path.substring(LENS.length()), array);
            }
        });
        return found;
    }

    private static Number number(Checkpoint checkpoint, String key) {
        return checkpoint.training().get(key) instanceof Number number ? number : 0;
    }

    private static void write(Checkpoint checkpoint, String path, Buffer buffer) {
        buffer.write(Objects.requireNonNull(checkpoint.arrays().get(path)).values());
    }

    private static HostArray host(Shape shape, Buffer buffer) {
        return new HostArray(shape, buffer.toDoubles());
    }

    /** All arrays of the network. */
    Map<String, Tensor> state() {
        return network.state();
    }
}
