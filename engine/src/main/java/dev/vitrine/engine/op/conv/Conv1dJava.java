package dev.vitrine.engine.op.conv;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The definition of one-dimensional convolution: plain loops, in parallel where nothing is shared. */
final class Conv1dJava implements Conv1d.Kernels {
    private final JavaDevice device;

    Conv1dJava(JavaDevice device) {
        this.device = device;
    }

    /**
     * y[n, o, l] = b[o] + sum over c, k of w[o, c, k] * x[n, first + c, l * stride + k * dilation - before], where first is
     * the first input channel of o's group.
     */
    @Override
    public void forward(Buffer xs, Buffer ws, @Nullable Buffer bs, Buffer ys, Conv1dSizes s) {
        double[] x = values(xs);
        double[] w = values(ws);
        double[] y = values(ys);
        double[] b = bs == null ? new double[s.o()] : values(bs);
        int stride = s.stride();
        device.forEach(s.n() * s.o(), row -> {
            int n = row / s.o();
            int o = row % s.o();
            int first = o / s.groupO() * s.groupC();
            int yRow = row * s.outputLength();
            Arrays.fill(y, yRow, yRow + s.outputLength(), b[o]);
            for (int c = 0; c < s.groupC(); c++) {
                for (int k = 0; k < s.k(); k++) {
                    double weight = w[(o * s.groupC() + c) * s.k() + k];
                    int xRow = (n * s.c() + first + c) * s.length() + s.firstInput(k);
                    int end = s.endOutput(k);
                    for (int l = s.firstOutput(k); l < end; l++) {
                        y[yRow + l] += weight * x[xRow + l * stride];
                    }
                }
            }
        });
    }

    /**
     * dx[n, c, i] = sum over the o of c's group and all (k, l) with l * stride + k * dilation - before = i of
     * w[o, c, k] * g[n, o, l].
     */
    @Override
    public void backwardData(Buffer gs, Buffer ws, Buffer dxs, Conv1dSizes s) {
        double[] g = values(gs);
        double[] w = values(ws);
        double[] dx = values(dxs);
        int stride = s.stride();
        device.forEach(s.n() * s.c(), row -> {
            int n = row / s.c();
            int c = row % s.c();
            int group = c / s.groupC();
            int inGroup = c % s.groupC();
            int dxRow = row * s.length();
            Arrays.fill(dx, dxRow, dxRow + s.length(), 0);
            for (int o = group * s.groupO(); o < (group + 1) * s.groupO(); o++) {
                for (int k = 0; k < s.k(); k++) {
                    double weight = w[(o * s.groupC() + inGroup) * s.k() + k];
                    int gRow = (n * s.o() + o) * s.outputLength();
                    int first = dxRow + s.firstInput(k);
                    int end = s.endOutput(k);
                    for (int l = s.firstOutput(k); l < end; l++) {
                        dx[first + l * stride] += weight * g[gRow + l];
                    }
                }
            }
        });
    }

    /**
     * dw[o, c, k] = sum over n, l of g[n, o, l] * x[n, first + c, l * stride + k * dilation - before]; db[o] = sum of g.
     */
    @Override
    public void backwardWeights(Buffer gs, Buffer xs, Buffer dws, @Nullable Buffer dbs, Conv1dSizes s) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dw = values(dws);
        device.forEach(s.o() * s.groupC(), pair -> {
            int o = pair / s.groupC();
            int c = o / s.groupO() * s.groupC() + pair % s.groupC();
            for (int k = 0; k < s.k(); k++) {
                double sum = 0;
                for (int n = 0; n < s.n(); n++) {
                    int gRow = (n * s.o() + o) * s.outputLength();
                    int xRow = (n * s.c() + c) * s.length() + s.firstInput(k);
                    sum += product(g, gRow, x, xRow, s.stride(), s.firstOutput(k), s.endOutput(k));
                }
                dw[pair * s.k() + k] = sum;
            }
        });
        if (dbs != null) {
            sumPerChannel(g, values(dbs), s);
        }
    }

    /**
     * The sum over l of g[gRow + l] * x[xRow + l * stride]. Four sums side by side, because an addition that waits for
     * the one before it takes four times as long.
     */
    static double product(double[] g, int gRow, double[] x, int xRow, int stride, int first, int end) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int l = first;
        for (; l < end - 3; l += 4) {
            int i = xRow + l * stride;
            a += g[gRow + l] * x[i];
            b += g[gRow + l + 1] * x[i + stride];
            c += g[gRow + l + 2] * x[i + 2 * stride];
            d += g[gRow + l + 3] * x[i + 3 * stride];
        }
        for (; l < end; l++) {
            a += g[gRow + l] * x[xRow + l * stride];
        }
        return (a + b) + (c + d);
    }

    private void sumPerChannel(double[] g, double[] db, Conv1dSizes s) {
        device.forEach(s.o(), o -> {
            double sum = 0;
            for (int n = 0; n < s.n(); n++) {
                int gRow = (n * s.o() + o) * s.outputLength();
                for (int l = 0; l < s.outputLength(); l++) {
                    sum += g[gRow + l];
                }
            }
            db[o] = sum;
        });
    }
}
