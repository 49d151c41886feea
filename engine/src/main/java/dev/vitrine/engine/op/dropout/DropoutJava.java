package dev.vitrine.engine.op.dropout;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.tensor.Rng;

/** The definition of dropout: one draw per element, in order. */
final class DropoutJava implements Dropout.Kernels {
    DropoutJava(JavaDevice device) {
        // The draws are one chain; the kernel, which shares nothing, takes them out of order.
    }

    /** to[i] = from[i] * m[i]. A factor of 0 keeps not-a-number, so that a run that has gone wrong shows. */
    @Override
    public void multiply(Buffer from, Buffer to, Mask mask) {
        double[] x = values(from);
        double[] y = values(to);
        Rng rng = mask.rng();
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * (mask.keeps(rng.nextLong()) ? mask.scale() : 0);
        }
    }
}
