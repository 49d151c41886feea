package dev.vitrine.engine.op.own;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the Gaussian error linear unit. */
final class GeluJava implements Gelu.Kernels {
    private static final double SLOPE = Math.sqrt(2 / Math.PI);
    private static final double CUBE = 0.044715;

    private final JavaDevice device;

    GeluJava(JavaDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer xs, Buffer ys) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = x[i] / 2 * (1 + t(x[i])));
    }

    @Override
    public void backward(Buffer gs, Buffer xs, Buffer dxs) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dx = values(dxs);
        device.forEach(dx.length, i -> {
            double t = t(x[i]);
            double du = SLOPE * (1 + 3 * CUBE * x[i] * x[i]);
            dx[i] = g[i] * ((1 + t) / 2 + x[i] / 2 * (1 - t * t) * du);
        });
    }

    private static double t(double x) {
        return Math.tanh(SLOPE * (x + CUBE * x * x * x));
    }
}
