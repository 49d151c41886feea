package dev.vitrine.engine.optim;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of the update: a plain loop. */
final class AdamJava implements Adam.Kernels {
    AdamJava(JavaDevice device) {
        // Too little work to share.
    }

    @Override
    public void update(Buffer ws, Buffer gradients, Buffer ms, Buffer vs, Adam.Rate rate, Adam.Options options) {
        double[] w = values(ws);
        double[] gradient = values(gradients);
        double[] m = values(ms);
        double[] v = values(vs);
        for (int i = 0; i < w.length; i++) {
            double g = gradient[i] + options.weightDecay() * w[i];
            m[i] = options.beta1() * m[i] + (1 - options.beta1()) * g;
            v[i] = options.beta2() * v[i] + (1 - options.beta2()) * g * g;
            w[i] -= rate.size() * m[i] / (Math.sqrt(v[i]) / rate.root() + options.eps());
        }
    }
}
