package dev.vitrine.engine.op.linear;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.linear.Linear.Gradient;
import dev.vitrine.engine.op.linear.Linear.Sizes;
import org.jspecify.annotations.Nullable;

/** The definition of a fully connected layer: plain loops, in parallel where nothing is shared. */
final class LinearJava implements Linear.Kernels {
    private final JavaDevice device;

    LinearJava(JavaDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer xs, Buffer ws, @Nullable Buffer bs, Buffer ys, Sizes s, Activation activation) {
        double[] x = values(xs);
        double[] w = values(ws);
        double[] y = values(ys);
        double[] b = bs == null ? new double[s.o()] : values(bs);
        device.forEach(s.n(), n -> {
            for (int o = 0; o < s.o(); o++) {
                double sum = b[o];
                for (int i = 0; i < s.i(); i++) {
                    sum += w[o * s.i() + i] * x[n * s.i() + i];
                }
                y[n * s.o() + o] = activation.of(sum);
            }
        });
    }

    @Override
    public void backwardData(Gradient gs, Buffer ws, Buffer dxs, Sizes s) {
        double[] g = before(gs);
        double[] w = values(ws);
        double[] dx = values(dxs);
        device.forEach(s.n(), n -> {
            for (int i = 0; i < s.i(); i++) {
                double sum = 0;
                for (int o = 0; o < s.o(); o++) {
                    sum += g[n * s.o() + o] * w[o * s.i() + i];
                }
                dx[n * s.i() + i] = sum;
            }
        });
    }

    @Override
    public void backwardWeights(Gradient gs, Buffer xs, Buffer dws, @Nullable Buffer dbs, Sizes s) {
        double[] g = before(gs);
        double[] x = values(xs);
        double[] dw = values(dws);
        device.forEach(s.o(), o -> {
            for (int i = 0; i < s.i(); i++) {
                double sum = 0;
                for (int n = 0; n < s.n(); n++) {
                    sum += g[n * s.o() + o] * x[n * s.i() + i];
                }
                dw[o * s.i() + i] = sum;
            }
        });
        if (dbs != null) {
            sumItems(g, values(dbs), s);
        }
    }

    /** The gradient before the activation. */
    private static double[] before(Gradient gs) {
        double[] g = values(gs.g());
        double[] y = values(gs.y());
        double[] before = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            before[i] = gs.activation().gradient(g[i], y[i]);
        }
        return before;
    }

    /** The gradient of the bias: each output's gradients of all items. */
    private static void sumItems(double[] g, double[] db, Sizes s) {
        for (int o = 0; o < s.o(); o++) {
            double sum = 0;
            for (int n = 0; n < s.n(); n++) {
                sum += g[n * s.o() + o];
            }
            db[o] = sum;
        }
    }
}
