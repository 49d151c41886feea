package dev.vitrine.engine.op.softmax;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of log-softmax, line by line. */
final class LogSoftmaxJava implements SoftmaxOp.Kernels {
    private final JavaDevice device;

    LogSoftmaxJava(JavaDevice device) {
        this.device = device;
    }

    /** y[d] = x[d] - max - log(sum over e of exp(x[e] - max)). */
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
            double offset = largest + Math.log(sum);
            for (int i = start; i < end; i += step) {
                y[i] = x[i] - offset;
            }
        });
    }

    /** dx[d] = g[d] - exp(y[d]) * sum over e of g[e]. */
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
                sum += g[i];
            }
            for (int i = start; i < end; i += step) {
                dx[i] = g[i] - Math.exp(y[i]) * sum;
            }
        });
    }
}
