package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of concat: blocks are copied to their places. */
final class ConcatJava implements Concat.Kernels {
    ConcatJava(JavaDevice device) {
        // Copying is bound by memory; more threads do not help.
    }

    @Override
    public void put(Buffer part, Buffer whole, int outer, int block, int first, int length) {
        for (int o = 0; o < outer; o++) {
            System.arraycopy(values(part), o * block, values(whole), o * length + first, block);
        }
    }

    @Override
    public void take(Buffer whole, Buffer part, int outer, int block, int first, int length) {
        for (int o = 0; o < outer; o++) {
            System.arraycopy(values(whole), o * length + first, values(part), o * block, block);
        }
    }
}
