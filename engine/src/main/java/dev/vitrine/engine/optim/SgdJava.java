package dev.vitrine.engine.optim;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.JavaDevice;

/** The definition of the update: a plain loop. */
final class SgdJava implements Sgd.Kernels {
    SgdJava(JavaDevice device) {
        // Too little work to share.
    }

    @Override
    public void update(Piece piece, Sgd.Options options) {
        double[] w = values(piece.w());
        double[] gradient = values(piece.gradient());
        double[] v = values(piece.memory().get(0));
        boolean nesterov = options.kind() == Sgd.Momentum.NESTEROV;
        for (int i = 0; i < w.length; i++) {
            double g = gradient[i] + piece.weightDecay() * w[i];
            v[i] = options.momentum() * v[i] + g;
            w[i] -= piece.rate() * (nesterov ? g + options.momentum() * v[i] : v[i]);
        }
    }
}
