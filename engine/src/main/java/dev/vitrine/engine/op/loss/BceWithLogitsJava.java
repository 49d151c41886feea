package dev.vitrine.engine.op.loss;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of binary cross-entropy from logits: plain loops. */
final class BceWithLogitsJava implements BceWithLogits.Kernels {
    BceWithLogitsJava(JavaDevice device) {
        // The sum is one chain; there is nothing to do in parallel.
    }

    @Override
    public void forward(Buffer zs, Buffer ts, Buffer loss) {
        double[] z = values(zs);
        double[] t = values(ts);
        double sum = 0;
        for (int m = 0; m < z.length; m++) {
            sum += Math.max(z[m], 0) - z[m] * t[m] + Math.log1p(Math.exp(-Math.abs(z[m])));
        }
        values(loss)[0] = sum / z.length;
    }

    @Override
    public void backward(Buffer gradLoss, Buffer zs, Buffer ts, Buffer dzs) {
        double[] z = values(zs);
        double[] t = values(ts);
        double[] dz = values(dzs);
        double scale = values(gradLoss)[0] / z.length;
        for (int m = 0; m < z.length; m++) {
            dz[m] = scale * (sigmoid(z[m]) - t[m]);
        }
    }

    private static double sigmoid(double z) {
        double e = Math.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
