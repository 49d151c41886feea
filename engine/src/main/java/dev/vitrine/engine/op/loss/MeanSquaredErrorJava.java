package dev.vitrine.engine.op.loss;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the mean squared error: plain loops. */
final class MeanSquaredErrorJava implements MeanSquaredError.Kernels {
    MeanSquaredErrorJava(JavaDevice device) {
        // The sum is one chain; there is nothing to do in parallel.
    }

    @Override
    public void forward(Buffer xs, Buffer ts, Buffer loss) {
        double[] x = values(xs);
        double[] t = values(ts);
        double sum = 0;
        for (int m = 0; m < x.length; m++) {
            sum += (x[m] - t[m]) * (x[m] - t[m]);
        }
        values(loss)[0] = sum / x.length;
    }

    @Override
    public void backward(Buffer gradLoss, Buffer xs, Buffer ts, Buffer dxs) {
        double[] x = values(xs);
        double[] t = values(ts);
        double[] dx = values(dxs);
        double scale = 2 * values(gradLoss)[0] / x.length;
        for (int m = 0; m < x.length; m++) {
            dx[m] = scale * (x[m] - t[m]);
        }
    }
}
