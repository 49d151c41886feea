package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.FlatBuffer;
import java.util.Map;

/** What an optimiser remembers: its parts are named after the parameters they belong to. */
final class Memory {
    private Memory() {}

    static void name(String kind, ParameterBuffer parameters, FlatBuffer memory, Map<String, Buffer> names) {
        int i = 0;
        for (String path : parameters.tensors().keySet()) {
            names.put(kind + "." + path, memory.parts().get(i++));
        }
    }

    static long requireSteps(long done) {
        if (done < 0) {
            throw new IllegalArgumentException("optimiser: steps done must not be negative, got " + done);
        }
        return done;
    }
}
