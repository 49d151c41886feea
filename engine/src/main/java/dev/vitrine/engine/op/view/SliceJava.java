package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.view.Slice.Places;
import java.util.Arrays;

/** The definition of slice: rows of {@code inner} neighbours are copied. */
final class SliceJava implements Slice.Kernels {
    SliceJava(JavaDevice device) {
        // Copying is bound by memory; more threads do not help.
    }

    /** y[o, i, :] = x[o, start + i * step, :]. */
    @Override
    public void forward(Buffer x, Buffer y, Places p) {
        for (int o = 0; o < p.x().outer(); o++) {
            for (int i = 0; i < p.count(); i++) {
                System.arraycopy(values(x), inX(o, i, p), values(y), inY(o, i, p), p.x().inner());
            }
        }
    }

    /** dx[o, start + i * step, :] = g[o, i, :], else 0. */
    @Override
    public void backward(Buffer g, Buffer dx, Places p) {
        Arrays.fill(values(dx), 0);
        for (int o = 0; o < p.x().outer(); o++) {
            for (int i = 0; i < p.count(); i++) {
                System.arraycopy(values(g), inY(o, i, p), values(dx), inX(o, i, p), p.x().inner());
            }
        }
    }

    private static int inX(int o, int i, Places p) {
        return (o * p.x().size() + p.start() + i * p.step()) * p.x().inner();
    }

    private static int inY(int o, int i, Places p) {
        return (o * p.count() + i) * p.x().inner();
    }
}
