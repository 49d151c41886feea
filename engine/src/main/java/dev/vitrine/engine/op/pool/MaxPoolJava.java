package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;

/** The definition of max pooling: plain loops, in parallel over the planes (n, c), which share nothing. */
final class MaxPoolJava implements MaxPool.Kernels {
    private final JavaDevice device;

    MaxPoolJava(JavaDevice device) {
        this.device = device;
    }

    /** y[plane, h, w] = x[plane, i, j] of the tap that won. */
    @Override
    public void forward(Buffer xs, Buffer ys, Buffer taps, PoolSizes s) {
        double[] x = values(xs);
        double[] y = values(ys);
        double[] won = values(taps);
        device.forEach(s.planes(), plane -> {
            for (int h = 0; h < s.rows().outputLength(); h++) {
                for (int w = 0; w < s.columns().outputLength(); w++) {
                    int tap = winner(x, plane, h, w, s);
                    int to = s.output(plane, h, w);
                    won[to] = tap;
                    y[to] = tap < 0 ? Double.NEGATIVE_INFINITY : x[input(plane, h, w, tap, s)];
                }
            }
        });
    }

    /** The tap p * KW + q that sees the largest value inside the input: of equal ones the first, and the last NaN. */
    private static int winner(double[] x, int plane, int h, int w, PoolSizes s) {
        int winner = -1;
        double largest = 0;
        for (int tap = 0; tap < s.taps(); tap++) {
            int p = tap / s.columns().kernelSize();
            int q = tap % s.columns().kernelSize();
            if (s.rows().has(s.rows().input(h, p))
                    && s.columns().has(s.columns().input(w, q))) {
                double value = x[input(plane, h, w, tap, s)];
                if (winner < 0 || value > largest || Double.isNaN(value)) {
                    winner = tap;
                    largest = value;
                }
            }
        }
        return winner;
    }

    /** dx[plane, i, j] = sum over all (h, w) whose window (i, j) won of g[plane, h, w]. */
    @Override
    public void backward(Buffer gs, Buffer taps, Buffer dxs, PoolSizes s) {
        double[] g = values(gs);
        double[] won = values(taps);
        double[] dx = values(dxs);
        device.forEach(s.planes(), plane -> {
            Arrays.fill(dx, s.input(plane, 0, 0), s.input(plane + 1, 0, 0), 0);
            for (int h = 0; h < s.rows().outputLength(); h++) {
                for (int w = 0; w < s.columns().outputLength(); w++) {
                    int from = s.output(plane, h, w);
                    int tap = (int) won[from];
                    if (tap >= 0) {
                        dx[input(plane, h, w, tap, s)] += g[from];
                    }
                }
            }
        });
    }

    private static int input(int plane, int h, int w, int tap, PoolSizes s) {
        int i = s.rows().input(h, tap / s.columns().kernelSize());
        int j = s.columns().input(w, tap % s.columns().kernelSize());
        return s.input(plane, i, j);
    }
}
