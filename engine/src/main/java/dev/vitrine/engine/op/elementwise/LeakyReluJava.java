package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the leaky rectified linear unit. */
final class LeakyReluJava implements LeakyRelu.Kernels {
    private final JavaDevice device;

    LeakyReluJava(JavaDevice device) {
        this.device = device;
    }

    /** y = x where x &gt; 0, else slope * x. */
    @Override
    public void forward(Buffer xs, Buffer ys, double negativeSlope) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = x[i] > 0 ? x[i] : negativeSlope * x[i]);
    }

    /** dx = g where x &gt; 0, else slope * g. */
    @Override
    public void backward(Buffer gs, Buffer xs, Buffer dxs, double negativeSlope) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dx = values(dxs);
        device.forEach(dx.length, i -> dx[i] = x[i] > 0 ? g[i] : negativeSlope * g[i]);
    }
}
