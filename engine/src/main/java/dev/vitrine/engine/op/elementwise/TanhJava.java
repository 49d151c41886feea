package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the hyperbolic tangent. */
final class TanhJava implements UnaryOp.Kernels {
    private final JavaDevice device;

    TanhJava(JavaDevice device) {
        this.device = device;
    }

    /** y = tanh(x). */
    @Override
    public void forward(Buffer xs, Buffer ys) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = Math.tanh(x[i]));
    }

    /** dx = g * (1 - y^2). */
    @Override
    public void backward(Buffer gs, Buffer xs, Buffer ys, Buffer dxs) {
        double[] g = values(gs);
        double[] y = values(ys);
        double[] dx = values(dxs);
        device.forEach(dx.length, i -> dx[i] = g[i] * (1 - y[i] * y[i]));
    }
}
