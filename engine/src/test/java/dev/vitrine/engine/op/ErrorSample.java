package dev.vitrine.engine.op;

import dev.vitrine.engine.device.Device;
import java.util.function.Consumer;

/** One wrong way to use an op, and the exact message that must come. */
public record ErrorSample(String name, Consumer<Device> call, String message) {
    @Override
    public String toString() {
        return name;
    }
}
