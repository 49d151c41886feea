package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.FlatBuffer;
import java.util.Map;

/** Names the parts of an optimiser's memory after the parameters they belong to. */
final class Memory {
    private Memory() {}

    static void name(String kind, ParameterBuffer parameters, FlatBuffer memory, Map<String, Buffer> names) {
        int i = 0;
        for (String path : parameters.tensors().keySet()) {
            names.put(kind + "." + path, memory.parts().get(i++));
        }
    }
}
