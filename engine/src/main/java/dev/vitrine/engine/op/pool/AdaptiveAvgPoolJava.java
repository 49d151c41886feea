package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;

/** The definition of adaptive average pooling: plain loops, in parallel over the planes (n, c), which share nothing. */
final class AdaptiveAvgPoolJava implements AdaptiveAvgPool.Kernels {
    private final JavaDevice device;

    AdaptiveAvgPoolJava(JavaDevice device) {
        this.device = device;
    }

    /** y[plane, h, w] = the mean of x[plane, i, j] over the bin. */
    @Override
    public void forward(Buffer xs, Buffer ys, AdaptiveSizes s) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(s.planes(), plane -> {
            for (int h = 0; h < s.rows().count(); h++) {
                for (int w = 0; w < s.columns().count(); w++) {
                    double sum = 0;
                    for (int i = s.rows().start(h); i < s.rows().end(h); i++) {
                        for (int j = s.columns().start(w); j < s.columns().end(w); j++) {
                            sum += x[s.input(plane, i, j)];
                        }
                    }
                    y[s.output(plane, h, w)] = sum / size(h, w, s);
                }
            }
        });
    }

    /** dx[plane, i, j] = sum over all bins (h, w) that hold (i, j) of g[plane, h, w] / size of the bin. */
    @Override
    public void backward(Buffer gs, Buffer dxs, AdaptiveSizes s) {
        double[] g = values(gs);
        double[] dx = values(dxs);
        device.forEach(s.planes(), plane -> {
            Arrays.fill(dx, s.input(plane, 0, 0), s.input(plane + 1, 0, 0), 0);
            for (int h = 0; h < s.rows().count(); h++) {
                for (int w = 0; w < s.columns().count(); w++) {
                    double share = g[s.output(plane, h, w)] / size(h, w, s);
                    for (int i = s.rows().start(h); i < s.rows().end(h); i++) {
                        for (int j = s.columns().start(w); j < s.columns().end(w); j++) {
                            dx[s.input(plane, i, j)] += share;
                        }
                    }
                }
            }
        });
    }

    private static int size(int h, int w, AdaptiveSizes s) {
        return s.rows().size(h) * s.columns().size(w);
    }
}
