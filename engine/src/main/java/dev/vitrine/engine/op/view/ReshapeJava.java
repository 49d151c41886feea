package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of reshape: row-major order stays. */
final class ReshapeJava implements Reshape.Kernels {
    ReshapeJava(JavaDevice device) {
        // Copying is bound by memory; more threads do not help.
    }

    @Override
    public void copy(Buffer from, Buffer to) {
        System.arraycopy(values(from), 0, values(to), 0, to.size());
    }
}
