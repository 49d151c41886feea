package dev.vitrine.engine.op.conv;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The definition of two-dimensional convolution: plain loops, in parallel where nothing is shared. */
final class Conv2dJava implements Conv2d.Kernels {
    private final JavaDevice device;

    Conv2dJava(JavaDevice device) {
        this.device = device;
    }

    /**
     * y[n, o, h, w] = b[o] + sum over c, i, j of k[o, c, i, j] * x[n, first + c, h * sh + i * dh - top, w * sw + j * dw -
     * left], where first is the first input channel of o's group.
     */
    @Override
    public void forward(Buffer xs, Buffer ws, @Nullable Buffer bs, Buffer ys, Conv2dSizes s) {
        double[] x = values(xs);
        double[] weights = values(ws);
        double[] y = values(ys);
        double[] b = bs == null ? new double[s.o()] : values(bs);
        device.forEach(s.n() * s.o(), plane -> {
            int n = plane / s.o();
            int o = plane % s.o();
            int first = o / s.groupO() * s.groupC();
            Arrays.fill(y, plane * s.outputPlane(), (plane + 1) * s.outputPlane(), b[o]);
            for (int c = 0; c < s.groupC(); c++) {
                int xPlane = (n * s.c() + first + c) * s.plane();
                for (int i = 0; i < s.height().k(); i++) {
                    for (int j = 0; j < s.width().k(); j++) {
                        double weight = weights[s.weightAt(o, c, i, j)];
                        addTap(y, plane * s.outputPlane(), weight, x, xPlane, i, j, s);
                    }
                }
            }
        });
    }

    /** Adds to one plane of y what tap (i, j) contributes: weight times the values of x under it. */
    private static void addTap(
            double[] y, int yPlane, double weight, double[] x, int xPlane, int i, int j, Conv2dSizes s) {
        Axis height = s.height();
        Axis width = s.width();
        int end = width.endOutput(j);
        for (int h = height.firstOutput(i); h < height.endOutput(i); h++) {
            int yRow = yPlane + h * width.outputLength();
            int xRow = xPlane + (h * height.stride() + height.firstInput(i)) * width.length() + width.firstInput(j);
            for (int w = width.firstOutput(j); w < end; w++) {
                y[yRow + w] += weight * x[xRow + w * width.stride()];
            }
        }
    }

    /** dx[n, c, r, s] = sum over the o of c's group, and all (i, h) and (j, w) that meet r and s, of k[o, c, i, j] * g[n, o, h, w]. */
    @Override
    public void backwardData(Buffer gs, Buffer ws, Buffer dxs, Conv2dSizes s) {
        double[] g = values(gs);
        double[] weights = values(ws);
        double[] dx = values(dxs);
        device.forEach(s.n() * s.c(), plane -> {
            int n = plane / s.c();
            int c = plane % s.c();
            int group = c / s.groupC();
            int inGroup = c % s.groupC();
            Arrays.fill(dx, plane * s.plane(), (plane + 1) * s.plane(), 0);
            for (int o = group * s.groupO(); o < (group + 1) * s.groupO(); o++) {
                int gPlane = (n * s.o() + o) * s.outputPlane();
                for (int i = 0; i < s.height().k(); i++) {
                    for (int j = 0; j < s.width().k(); j++) {
                        double weight = weights[s.weightAt(o, inGroup, i, j)];
                        spreadTap(dx, plane * s.plane(), weight, g, gPlane, i, j, s);
                    }
                }
            }
        });
    }

    /** Adds to one plane of dx what came through tap (i, j): weight times g, at the values that were under it. */
    private static void spreadTap(
            double[] dx, int dxPlane, double weight, double[] g, int gPlane, int i, int j, Conv2dSizes s) {
        Axis height = s.height();
        Axis width = s.width();
        int end = width.endOutput(j);
        for (int h = height.firstOutput(i); h < height.endOutput(i); h++) {
            int gRow = gPlane + h * width.outputLength();
            int dxRow = dxPlane + (h * height.stride() + height.firstInput(i)) * width.length() + width.firstInput(j);
            for (int w = width.firstOutput(j); w < end; w++) {
                dx[dxRow + w * width.stride()] += weight * g[gRow + w];
            }
        }
    }

    /** dk[o, c, i, j] = sum over n, h, w of g[n, o, h, w] times the value of x under the tap; db[o] = sum of g. */
    @Override
    public void backwardWeights(Buffer gs, Buffer xs, Buffer dws, @Nullable Buffer dbs, Conv2dSizes s) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dw = values(dws);
        device.forEach(s.o() * s.groupC(), pair -> {
            int o = pair / s.groupC();
            int inGroup = pair % s.groupC();
            int c = o / s.groupO() * s.groupC() + inGroup;
            for (int i = 0; i < s.height().k(); i++) {
                for (int j = 0; j < s.width().k(); j++) {
                    double sum = 0;
                    for (int n = 0; n < s.n(); n++) {
                        int gPlane = (n * s.o() + o) * s.outputPlane();
                        sum += product(g, gPlane, x, (n * s.c() + c) * s.plane(), i, j, s);
                    }
                    dw[s.weightAt(o, inGroup, i, j)] = sum;
                }
            }
        });
        if (dbs != null) {
            sumPerChannel(g, values(dbs), s);
        }
    }

    /** The sum over one plane of g times the value of x under tap (i, j). */
    private static double product(double[] g, int gPlane, double[] x, int xPlane, int i, int j, Conv2dSizes s) {
        Axis height = s.height();
        Axis width = s.width();
        double sum = 0;
        for (int h = height.firstOutput(i); h < height.endOutput(i); h++) {
            int gRow = gPlane + h * width.outputLength();
            int xRow = xPlane + (h * height.stride() + height.firstInput(i)) * width.length() + width.firstInput(j);
            sum += Conv1dJava.product(g, gRow, x, xRow, width.stride(), width.firstOutput(j), width.endOutput(j));
        }
        return sum;
    }

    private void sumPerChannel(double[] g, double[] db, Conv2dSizes s) {
        device.forEach(s.o(), o -> {
            double sum = 0;
            for (int n = 0; n < s.n(); n++) {
                int gPlane = (n * s.o() + o) * s.outputPlane();
                for (int i = 0; i < s.outputPlane(); i++) {
                    sum += g[gPlane + i];
                }
            }
            db[o] = sum;
        });
    }
}
