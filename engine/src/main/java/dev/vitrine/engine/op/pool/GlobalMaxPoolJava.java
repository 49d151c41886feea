package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;

/** The definition of global max pooling; a row is one (n, c). */
final class GlobalMaxPoolJava implements GlobalMaxPool.Kernels {
    private final JavaDevice device;

    GlobalMaxPoolJava(JavaDevice device) {
        this.device = device;
    }

    /** y[row] = max over l of x[row, l]. */
    @Override
    public void forward(Buffer xs, Buffer ys, Buffer positions, int rows, int length) {
        double[] x = values(xs);
        double[] y = values(ys);
        double[] won = values(positions);
        device.forEach(rows, row -> {
            int winner = row * length;
            for (int i = winner + 1; i < (row + 1) * length; i++) {
                if (x[i] > x[winner] || Double.isNaN(x[i])) {
                    winner = i;
                }
            }
            y[row] = x[winner];
            won[row] = winner - row * length;
        });
    }

    /** dx[row, l] = g[row] where l won, else 0. */
    @Override
    public void backward(Buffer gs, Buffer positions, Buffer dxs, int rows, int length) {
        double[] g = values(gs);
        double[] won = values(positions);
        double[] dx = values(dxs);
        device.forEach(rows, row -> {
            Arrays.fill(dx, row * length, (row + 1) * length, 0);
            dx[row * length + (int) won[row]] = g[row];
        });
    }
}
