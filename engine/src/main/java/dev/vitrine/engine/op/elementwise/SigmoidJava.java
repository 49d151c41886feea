package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the logistic function. */
final class SigmoidJava implements Sigmoid.Kernels {
    private final JavaDevice device;

    SigmoidJava(JavaDevice device) {
        this.device = device;
    }

    /** y = 1 / (1 + exp(-x)). */
    @Override
    public void forward(Buffer xs, Buffer ys) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = probability(x[i]));
    }

    /** dx = g * y * (1 - y). */
    @Override
    public void backward(Buffer gs, Buffer ys, Buffer dxs) {
        double[] g = values(gs);
        double[] y = values(ys);
        double[] dx = values(dxs);
        device.forEach(y.length, i -> dx[i] = g[i] * y[i] * (1 - y[i]));
    }

    private static double probability(double logit) {
        double small = Math.exp(-Math.abs(logit));
        return (logit < 0 ? small : 1) / (1 + small);
    }
}
