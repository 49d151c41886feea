package dev.vitrine.engine.inspect;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every value of one forward pass, by path: {@code input}, each array of the network ({@code features.0.weight}) and
 * what each layer put out ({@code features.0.out}), in the order of computation. The network runs unfused.
 *
 * @param values by path
 */
public record Trace(Map<String, HostArray> values) {
    public Trace {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Runs a network as in use and writes everything down. */
    public static Trace of(Network network, HostArray input) {
        Map<String, HostArray> values = new LinkedHashMap<>();
        values.put("input", input);
        network.state().forEach((path, tensor) -> values.put(path, copy(tensor)));
        network.mode(Mode.EVALUATION);
        Device device = network.device();
        try (Scope scope = device.inference()) {
            Tensor x = Tensor.of(device, input.shape(), input.values());
            network.forward(x, (path, module, in, out) -> values.put(outOf(path), copy(out)));
        }
        return new Trace(values);
    }

    /** What the layer at {@code path} put out. */
    public HostArray out(String path) {
        return get(outOf(path));
    }

    /** The value at {@code path}. */
    public HostArray get(String path) {
        HostArray value = values.get(path);
        if (value == null) {
            throw new IllegalArgumentException("no value " + path + " in the trace; there are " + values.keySet());
        }
        return value;
    }

    private static String outOf(String path) {
        return path.isEmpty() ? "out" : path + ".out";
    }

    private static HostArray copy(Tensor tensor) {
        return new HostArray(tensor.shape(), tensor.toDoubles());
    }
}
