package dev.vitrine.engine.nn;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.optim.ParameterBuffer;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module on a device: its parameters lie side by side, so that an optimiser updates them in one launch, and every one
 * has a path.
 */
public final class Network {
    private final Device device;
    private final Module root;
    private final Map<String, Parameter> owned = new LinkedHashMap<>();
    private final ParameterBuffer trained;
    private final ParameterBuffer statistics;
    private long step;

    private Network(Device device, Module root) {
        this.device = device;
        this.root = root;
        root.visit((path, module) -> {
            module.setPath(path);
            module.parameters().forEach((name, array) -> owned.put(Module.join(path, name), array));
        });
        trained = ParameterBuffer.trained(device, shapes(Parameter.Role.TRAINED));
        statistics = ParameterBuffer.kept(device, shapes(Parameter.Role.STATISTIC));
        owned.forEach((path, array) -> array.place(bufferOf(array).get(path)));
    }

    /**
     * Puts a module on a device and fills its parameters.
     *
     * @param seed of the first values and of dropout; each parameter and each module draws from a stream of its own
     */
    public static Network of(Device device, Module root, long seed) {
        Network network = new Network(device, root);
        long stream = 0;
        for (Parameter array : network.owned.values()) {
            array.tensor().buffer().write(array.firstValues(Rng.of(seed, stream++)));
        }
        network.seedModules(seed);
        return network;
    }

    /** Streams of modules count down from -1, those of parameters up from 0. */
    private void seedModules(long seed) {
        long[] stream = {0};
        root.visit((path, module) -> module.setSeed(Rng.of(seed, --stream[0]).nextLong()));
    }

    private Map<String, Shape> shapes(Parameter.Role role) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        owned.forEach((path, array) -> {
            if (array.role() == role) {
                shapes.put(path, array.shape());
            }
        });
        return shapes;
    }

    private ParameterBuffer bufferOf(Parameter array) {
        return array.role() == Parameter.Role.TRAINED ? trained : statistics;
    }

    public Device device() {
        return device;
    }

    public Module root() {
        return root;
    }

    /** What an optimiser works on. */
    public ParameterBuffer parameters() {
        return trained;
    }

    /** All arrays by path, trained ones and statistics, in the order of the layers. */
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        owned.forEach((path, array) -> state.put(path, array.tensor()));
        return state;
    }

    /**
     * Leaves the trained parameters at and below a path as they are, as {@code network.freeze("features")}.
     *
     * <p>Running statistics still follow the batches in training mode, as in PyTorch.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Network freeze(String path) {
        trained.freeze(path);
        return this;
    }

    /**
     * Lets the trained parameters at and below a path learn again.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Network unfreeze(String path) {
        trained.unfreeze(path);
        return this;
    }

    /** The number of values that training changes; frozen ones are not among them. */
    public int trainableCount() {
        return trained.tensors().values().stream()
                .filter(Tensor::wantsGrad)
                .mapToInt(tensor -> tensor.shape().elements())
                .sum();
    }

    /** The number of values in all arrays, frozen ones and statistics included. */
    public int totalCount() {
        return owned.values().stream()
                .mapToInt(array -> array.shape().elements())
                .sum();
    }

    /** Says whether layers behave as in training or as in use. */
    public Network mode(Mode mode) {
        root.visit((path, module) -> module.setMode(mode));
        return this;
    }

    /**
     * Says which training step comes next, for layers that draw random numbers: the same step draws the same. Without a
     * word the first is step 0, and each forward pass in training mode is a step.
     */
    public Network step(long next) {
        step = next;
        return this;
    }

    /** Runs the network. */
    public Tensor forward(Tensor x) {
        root.visit((path, module) -> module.setStep(step));
        if (root.mode() == Mode.TRAINING) {
            step++;
        }
        return root.forward(x);
    }

    /** Runs the network unfused and shows the observer what every layer puts out. */
    public Tensor forward(Tensor x, Observer observer) {
        setObserver(observer);
        try {
            return forward(x);
        } finally {
            setObserver(null);
        }
    }

    private void setObserver(@Nullable Observer observer) {
        root.visit((path, module) -> module.watch(observer));
    }
}
