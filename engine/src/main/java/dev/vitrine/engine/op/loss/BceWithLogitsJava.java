package dev.vitrine.engine.op.loss;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import org.jspecify.annotations.Nullable;

/** The definition of binary cross-entropy from logits: plain loops. */
final class BceWithLogitsJava implements BceWithLogits.Kernels {
    private static final double[] ONE = {1};

    BceWithLogitsJava(JavaDevice device) {
        // The sum is one chain; there is nothing to do in parallel.
    }

    @Override
    public void forward(Buffer zs, Buffer ts, @Nullable Buffer ws, Buffer loss) {
        double[] z = values(zs);
        double[] t = values(ts);
        double[] w = ws == null ? ONE : values(ws);
        double sum = 0;
        for (int m = 0; m < z.length; m++) {
            double softly = Math.log1p(Math.exp(-Math.abs(z[m])));
            double more = (w[m % w.length] - 1) * t[m];
            sum += Math.max(z[m], 0) - z[m] * t[m] + softly + more * (Math.max(-z[m], 0) + softly);
        }
        values(loss)[0] = sum / z.length;
    }

    @Override
    public void backward(Buffer gradLoss, Buffer zs, Buffer ts, @Nullable Buffer ws, Buffer dzs) {
        double[] z = values(zs);
        double[] t = values(ts);
        double[] w = ws == null ? ONE : values(ws);
        double[] dz = values(dzs);
        double scale = values(gradLoss)[0] / z.length;
        for (int m = 0; m < z.length; m++) {
            double more = (w[m % w.length] - 1) * t[m];
            dz[m] = scale * (sigmoid(z[m]) - t[m] - more * sigmoid(-z[m]));
        }
    }

    private static double sigmoid(double z) {
        double e = Math.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
