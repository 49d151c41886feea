package dev.vitrine.engine.train;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds where numbers went wrong: the first input, parameter or layer output that is NaN or infinite. */
final class FirstNonFinite {
    private FirstNonFinite() {}

    static String in(Network network, Batch batch) {
        if (!finite(batch.inputs())) {
            return "the input of the step is not finite";
        }
        if (!finite(batch.targets())) {
            return "the target of the step is not finite";
        }
        for (Map.Entry<String, Tensor> array : network.state().entrySet()) {
            if (!finite(array.getValue().toFloats())) {
                return array.getKey() + " is the first array that is not finite";
            }
        }
        return inOutputs(network, batch);
    }

    private static String inOutputs(Network network, Batch batch) {
        Device device = network.device();
        List<String> bad = new ArrayList<>();
        try (Scope scope = device.inference()) {
            network.forward(Tensor.of(device, batch.inputShape(), batch.inputs()), (path, module, in, out) -> {
                if (!finite(out.toFloats())) {
                    bad.add(path);
                }
            });
        }
        return bad.isEmpty()
                ? "all layers are finite now; the loss overflowed"
                : bad.get(0) + ".out is the first value that is not finite";
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
