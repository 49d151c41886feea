package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.op.Walk;
import java.util.Arrays;

/** The definition of repeating an array, and of the sum over repetitions. */
final class BroadcastToJava implements BroadcastTo.Kernels {
    private final JavaDevice device;

    BroadcastToJava(JavaDevice device) {
        this.device = device;
    }

    /** y[i] = x[read(i)]. */
    @Override
    public void forward(Buffer xs, Buffer ys, Broadcast shapes) {
        double[] x = values(xs);
        double[] y = values(ys);
        Walk read = shapes.read(0);
        device.forEach(y.length, i -> y[i] = x[read.at(i)]);
    }

    /** dx[read(i)] += g[i], one after the other. */
    @Override
    public void backward(Buffer gs, Buffer dxs, Broadcast shapes) {
        double[] g = values(gs);
        double[] dx = values(dxs);
        Walk read = shapes.read(0);
        Arrays.fill(dx, 0);
        for (int i = 0; i < g.length; i++) {
            dx[read.at(i)] += g[i];
        }
    }
}
