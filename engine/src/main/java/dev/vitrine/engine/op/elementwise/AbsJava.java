package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the magnitude. */
final class AbsJava implements UnaryOp.Kernels {
    private final JavaDevice device;

    AbsJava(JavaDevice device) {
        this.device = device;
    }

    /** y = |x|. */
    @Override
    public void forward(Buffer xs, Buffer ys) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = Math.abs(x[i]));
    }

    /** dx = g * sign(x), and sign(0) is 0. */
    @Override
    public void backward(Buffer gs, Buffer xs, Buffer ys, Buffer dxs) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dx = values(dxs);
        device.forEach(dx.length, i -> dx[i] = g[i] * Math.signum(x[i]));
    }
}
