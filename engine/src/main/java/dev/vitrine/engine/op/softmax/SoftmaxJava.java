package dev.vitrine.engine.op.softmax;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of softmax, line by line. */
final class SoftmaxJava implements SoftmaxOp.Kernels {
    private final JavaDevice device;

    SoftmaxJava(JavaDevice device) {
        this.device = device;
    }

    /** y[d] = exp(x[d] - max) / sum over e of exp(x[e] - max). */
    @Override
    public void forward(Buffer xs, Buffer ys, Lines lines) {
        double[] x = values(xs);
        double[] y = values(ys);
        int step = lines.inner();
        device.forEach(lines.count(), line -> {
            int start = lines.start(line);
            int end = start + lines.size() * step;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = start; i < end; i += step) {
                largest = Math.max(largest, x[i]);
            }
            double sum = 0;
            for (int i = start; i < end; i += step) {
                sum += Math.exp(x[i] - largest);
            }
            for (int i = start; i < end; i += step) {
                y[i] = Math.exp(x[i] - largest) / sum;
            }
        });
    }

    /** dx[d] = y[d] * (g[d] - sum over e of g[e] * y[e]). */
    @Override
    public void backward(Buffer gs, Buffer ys, Buffer dxs, Lines lines) {
        double[] g = values(gs);
        double[] y = values(ys);
        double[] dx = values(dxs);
        int step = lines.inner();
        device.forEach(lines.count(), line -> {
            int start = lines.start(line);
            int end = start + lines.size() * step;
            double sum = 0;
            for (int i = start; i < end; i += step) {
                sum += g[i] * y[i];
            }
            for (int i = start; i < end; i += step) {
                dx[i] = y[i] * (g[i] - sum);
            }
        });
    }
}
