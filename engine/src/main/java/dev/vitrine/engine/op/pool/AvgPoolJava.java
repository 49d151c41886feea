package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;

/** The definition of average pooling: plain loops, in parallel over the planes (n, c), which share nothing. */
final class AvgPoolJava implements AvgPool.Kernels {
    private final JavaDevice device;

    AvgPoolJava(JavaDevice device) {
        this.device = device;
    }

    /** y[plane, h, w] = 1/count[h, w] * sum over the taps inside of x[plane, i, j]. */
    @Override
    public void forward(Buffer xs, Buffer ys, PoolSizes s, CountPad countPad) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(s.planes(), plane -> {
            for (int h = 0; h < s.rows().outputLength(); h++) {
                for (int w = 0; w < s.columns().outputLength(); w++) {
                    y[s.output(plane, h, w)] = sum(x, plane, h, w, s) / count(h, w, s, countPad);
                }
            }
        });
    }

    private static double sum(double[] x, int plane, int h, int w, PoolSizes s) {
        double sum = 0;
        for (int p = 0; p < s.rows().kernelSize(); p++) {
            for (int q = 0; q < s.columns().kernelSize(); q++) {
                int i = s.rows().input(h, p);
                int j = s.columns().input(w, q);
                if (s.rows().has(i) && s.columns().has(j)) {
                    sum += x[s.input(plane, i, j)];
                }
            }
        }
        return sum;
    }

    private static int count(int h, int w, PoolSizes s, CountPad countPad) {
        return switch (countPad) {
            case INCLUDE -> s.taps();
            case EXCLUDE -> s.rows().valuesInside(h) * s.columns().valuesInside(w);
        };
    }

    /** dx[plane, i, j] = sum over all (h, w) whose window sees (i, j) of g[plane, h, w] / count[h, w]. */
    @Override
    public void backward(Buffer gs, Buffer dxs, PoolSizes s, CountPad countPad) {
        double[] g = values(gs);
        double[] dx = values(dxs);
        device.forEach(s.planes(), plane -> {
            Arrays.fill(dx, s.input(plane, 0, 0), s.input(plane + 1, 0, 0), 0);
            for (int h = 0; h < s.rows().outputLength(); h++) {
                for (int w = 0; w < s.columns().outputLength(); w++) {
                    share(g[s.output(plane, h, w)] / count(h, w, s, countPad), dx, plane, h, w, s);
                }
            }
        });
    }

    private static void share(double share, double[] dx, int plane, int h, int w, PoolSizes s) {
        for (int p = 0; p < s.rows().kernelSize(); p++) {
            for (int q = 0; q < s.columns().kernelSize(); q++) {
                int i = s.rows().input(h, p);
                int j = s.columns().input(w, q);
                if (s.rows().has(i) && s.columns().has(j)) {
                    dx[s.input(plane, i, j)] += share;
                }
            }
        }
    }
}
