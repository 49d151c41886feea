package dev.vitrine.engine.optim;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.JavaDevice;

/** The definition of the update: a plain loop. */
final class RMSpropJava implements RMSprop.Kernels {
    RMSpropJava(JavaDevice device) {
        // Too little work to share.
    }

    @Override
    public void update(Piece piece, RMSprop.Options options) {
        double[] w = values(piece.w());
        double[] gradient = values(piece.gradient());
        double[] s = values(piece.memory().get(0));
        double[] m = values(piece.memory().get(1));
        double[] b = values(piece.memory().get(2));
        double alpha = options.alpha();
        boolean centered = options.measure() == RMSprop.Measure.CENTERED;
        for (int i = 0; i < w.length; i++) {
            double g = gradient[i] + piece.weightDecay() * w[i];
            s[i] = alpha * s[i] + (1 - alpha) * g * g;
            m[i] = alpha * m[i] + (1 - alpha) * g;
            double square = centered ? Math.max(s[i] - m[i] * m[i], 0) : s[i];
            b[i] = options.momentum() * b[i] + g / (Math.sqrt(square) + options.eps());
            w[i] -= piece.rate() * b[i];
        }
    }
}
