package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the natural logarithm. */
final class LogJava implements UnaryOp.Kernels {
    private final JavaDevice device;

    LogJava(JavaDevice device) {
        this.device = device;
    }

    /** y = log(x). */
    @Override
    public void forward(Buffer xs, Buffer ys) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = Math.log(x[i]));
    }

    /** dx = g / x. */
    @Override
    public void backward(Buffer gs, Buffer xs, Buffer ys, Buffer dxs) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dx = values(dxs);
        device.forEach(dx.length, i -> dx[i] = g[i] / x[i]);
    }
}
