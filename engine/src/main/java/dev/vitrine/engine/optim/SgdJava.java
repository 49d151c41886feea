package dev.vitrine.engine.optim;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the update: a plain loop. */
final class SgdJava implements Sgd.Kernels {
    SgdJava(JavaDevice device) {
        // Too little work to share.
    }

    @Override
    public void update(Buffer ws, Buffer gradients, Buffer vs, double learningRate, Sgd.Options options) {
        double[] w = values(ws);
        double[] gradient = values(gradients);
        double[] v = values(vs);
        boolean nesterov = options.kind() == Sgd.Momentum.NESTEROV;
        for (int i = 0; i < w.length; i++) {
            double g = gradient[i] + options.weightDecay() * w[i];
            v[i] = options.momentum() * v[i] + g;
            w[i] -= learningRate * (nesterov ? g + options.momentum() * v[i] : v[i]);
        }
    }
}
