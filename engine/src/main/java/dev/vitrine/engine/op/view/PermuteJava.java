package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of permute: where each element of the result comes from. */
final class PermuteJava implements Permute.Kernels {
    private final JavaDevice device;

    PermuteJava(JavaDevice device) {
        this.device = device;
    }

    @Override
    public void gather(Buffer froms, Buffer tos, int[] sizes, int[] strides) {
        double[] from = values(froms);
        double[] to = values(tos);
        device.forEach(to.length, i -> {
            int rest = i;
            int at = 0;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                at += rest % sizes[axis] * strides[axis];
                rest /= sizes[axis];
            }
            to[i] = from[at];
        });
    }
}
