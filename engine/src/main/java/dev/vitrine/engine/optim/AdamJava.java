package dev.vitrine.engine.optim;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.JavaDevice;

/** The definition of the update: a plain loop. */
final class AdamJava implements Adam.Kernels {
    AdamJava(JavaDevice device) {
        // Too little work to share.
    }

    @Override
    public void update(Piece piece, Moments k) {
        double[] w = values(piece.w());
        double[] gradient = values(piece.gradient());
        double[] m = values(piece.memory().get(0));
        double[] v = values(piece.memory().get(1));
        for (int i = 0; i < w.length; i++) {
            double g = gradient[i] + k.decay() * w[i];
            m[i] = k.beta1() * m[i] + (1 - k.beta1()) * g;
            v[i] = k.beta2() * v[i] + (1 - k.beta2()) * g * g;
            w[i] = k.keep() * w[i] - k.size() * m[i] / (Math.sqrt(v[i]) / k.root() + k.eps());
        }
    }
}
