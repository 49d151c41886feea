package dev.vitrine.engine.op.reduce;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of sum and mean: plain loops over outputs o and the elements r that meet there. */
final class SumJava implements Sum.Kernels {
    private final JavaDevice device;

    SumJava(JavaDevice device) {
        this.device = device;
    }

    /** y[o] = 1/D * sum over r of x[o, r]. */
    @Override
    public void forward(Buffer xs, Buffer ys, Reduction s, int divisor) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(s.outputs(), o -> {
            int first = s.kept().at(o);
            double sum = 0;
            for (int r = 0; r < s.terms(); r++) {
                sum += x[first + s.reduced().at(r)];
            }
            y[o] = sum / divisor;
        });
    }

    /** dx[o, r] = g[o] / D. */
    @Override
    public void backward(Buffer gs, Buffer dxs, Reduction s, int divisor) {
        double[] g = values(gs);
        double[] dx = values(dxs);
        device.forEach(s.outputs(), o -> {
            int first = s.kept().at(o);
            for (int r = 0; r < s.terms(); r++) {
                dx[first + s.reduced().at(r)] = g[o] / divisor;
            }
        });
    }
}
