package dev.vitrine.engine.op.reduce;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the largest value: plain loops over outputs o and the elements r that meet there. */
final class MaxJava implements Max.Kernels {
    private final JavaDevice device;

    MaxJava(JavaDevice device) {
        this.device = device;
    }

    /** y[o] = max over r of x[o, r]; index[o] = the first such r. */
    @Override
    public void forward(Buffer xs, Buffer ys, Buffer indices, Reduction s) {
        double[] x = values(xs);
        double[] y = values(ys);
        double[] index = values(indices);
        device.forEach(s.outputs(), o -> {
            int first = s.kept().at(o);
            int best = 0;
            for (int r = 1; r < s.terms(); r++) {
                if (isLarger(x[first + s.reduced().at(r)], x[first + s.reduced().at(best)])) {
                    best = r;
                }
            }
            index[o] = best;
            y[o] = x[first + s.reduced().at(best)];
        });
    }

    /** Not-a-number is larger than every number. */
    private static boolean isLarger(double a, double b) {
        return a > b || (Double.isNaN(a) && !Double.isNaN(b));
    }

    /** dx[o, r] = g[o] / ties where x[o, r] = y[o], else 0. */
    @Override
    public void backwardShared(Buffer gs, Buffer xs, Buffer ys, Buffer dxs, Reduction s) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] y = values(ys);
        double[] dx = values(dxs);
        device.forEach(s.outputs(), o -> {
            int first = s.kept().at(o);
            int ties = 0;
            for (int r = 0; r < s.terms(); r++) {
                ties += x[first + s.reduced().at(r)] == y[o] ? 1 : 0;
            }
            for (int r = 0; r < s.terms(); r++) {
                int at = first + s.reduced().at(r);
                dx[at] = (x[at] == y[o] ? 1 : 0) * (g[o] / ties);
            }
        });
    }

    /** dx[o, index[o]] = g[o], else 0. */
    @Override
    public void backwardFirst(Buffer gs, Buffer indices, Buffer dxs, Reduction s) {
        double[] g = values(gs);
        double[] index = values(indices);
        double[] dx = values(dxs);
        device.forEach(s.outputs(), o -> {
            int first = s.kept().at(o);
            for (int r = 0; r < s.terms(); r++) {
                dx[first + s.reduced().at(r)] = r == index[o] ? g[o] : 0;
            }
        });
    }
}
