package dev.vitrine.engine.op.elementwise;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of keeping values within bounds. */
final class ClampJava implements Clamp.Kernels {
    private final JavaDevice device;

    ClampJava(JavaDevice device) {
        this.device = device;
    }

    /** y = min where x &lt; min, max where x &gt; max, else x. */
    @Override
    public void forward(Buffer xs, Buffer ys, double min, double max) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(y.length, i -> y[i] = x[i] < min ? min : x[i] > max ? max : x[i]);
    }

    /** dx = g where min &lt;= x &lt;= max, else 0. */
    @Override
    public void backward(Buffer gs, Buffer xs, Buffer dxs, double min, double max) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dx = values(dxs);
        device.forEach(dx.length, i -> dx[i] = x[i] >= min && x[i] <= max ? g[i] : 0);
    }
}
