package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the rectified linear unit. */
final class ReluJava implements Relu.Kernels {
    private final JavaDevice device;

    ReluJava(JavaDevice device) {
        this.device = device;
    }

    /** y = x where x &gt; 0, else 0. Not-a-number stays. */
    @Override
    public void forward(Buffer xs, Buffer ys) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = Math.max(x[i], 0));
    }

    /** dx = g where y &gt; 0, else 0. */
    @Override
    public void backward(Buffer gs, Buffer ys, Buffer dxs) {
        double[] g = values(gs);
        double[] y = values(ys);
        double[] dx = values(dxs);
        device.forEach(y.length, i -> dx[i] = g[i] * (y[i] <= 0 ? 0 : 1));
    }
}
