package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;

/** The definition of pad: one block of size * inner neighbours is copied for each o. */
final class PadJava implements Pad.Kernels {
    PadJava(JavaDevice device) {
        // Copying is bound by memory; more threads do not help.
    }

    @Override
    public void forward(Buffer x, Buffer y, Along along, int before, int newSize, double constant) {
        int block = along.size() * along.inner();
        Arrays.fill(values(y), constant);
        for (int o = 0; o < along.outer(); o++) {
            System.arraycopy(values(x), o * block, values(y), (o * newSize + before) * along.inner(), block);
        }
    }

    @Override
    public void backward(Buffer g, Buffer dx, Along along, int before, int newSize) {
        int block = along.size() * along.inner();
        for (int o = 0; o < along.outer(); o++) {
            System.arraycopy(values(g), (o * newSize + before) * along.inner(), values(dx), o * block, block);
        }
    }
}
