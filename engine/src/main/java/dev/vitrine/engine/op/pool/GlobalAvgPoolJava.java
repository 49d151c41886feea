package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;

/** The definition of global average pooling; a row is one (n, c). */
final class GlobalAvgPoolJava implements GlobalAvgPool.Kernels {
    private final JavaDevice device;

    GlobalAvgPoolJava(JavaDevice device) {
        this.device = device;
    }

    /** y[n, c] = 1/L * sum over l of x[n, c, l]. */
    @Override
    public void forward(Buffer xs, Buffer ys, int rows, int length) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(rows, row -> {
            double sum = 0;
            for (int l = 0; l < length; l++) {
                sum += x[row * length + l];
            }
            y[row] = sum / length;
        });
    }

    /** dx[n, c, l] = g[n, c] / L. */
    @Override
    public void backward(Buffer gs, Buffer dxs, int rows, int length) {
        double[] g = values(gs);
        double[] dx = values(dxs);
        device.forEach(rows, row -> Arrays.fill(dx, row * length, (row + 1) * length, g[row] / length));
    }
}
