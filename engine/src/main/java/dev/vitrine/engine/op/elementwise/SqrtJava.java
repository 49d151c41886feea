package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the square root. */
final class SqrtJava implements UnaryOp.Kernels {
    private final JavaDevice device;

    SqrtJava(JavaDevice device) {
        this.device = device;
    }

    /** y = sqrt(x). */
    @Override
    public void forward(Buffer xs, Buffer ys) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = Math.sqrt(x[i]));
    }

    /** dx = g / (2 * y). */
    @Override
    public void backward(Buffer gs, Buffer xs, Buffer ys, Buffer dxs) {
        double[] g = values(gs);
        double[] y = values(ys);
        double[] dx = values(dxs);
        device.forEach(dx.length, i -> dx[i] = g[i] / (2 * y[i]));
    }
}
