package dev.vitrine.engine.optim;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;

/** The definition of clipping: plain loops. */
final class GradientClipJava implements GradientClip.Kernels {
    GradientClipJava(JavaDevice device) {
        // Too little work to share.
    }

    @Override
    public void squares(Buffer gradient, Buffer sums, int first, int chunk) {
        double[] g = values(gradient);
        double[] sum = values(sums);
        for (int begin = 0; begin < g.length; begin += chunk) {
            double total = 0;
            for (int i = begin; i < Math.min(begin + chunk, g.length); i++) {
                total += g[i] * g[i];
            }
            sum[first + begin / chunk] = total;
        }
    }

    @Override
    public void norm(Buffer sums, Buffer norm) {
        double total = 0;
        for (double sum : values(sums)) {
            total += sum;
        }
        values(norm)[0] = Math.sqrt(total);
    }

    @Override
    public void scale(Buffer gradient, Buffer norm, double limit) {
        double[] g = values(gradient);
        double share = Math.min(1, limit / (values(norm)[0] + 1e-6));
        for (int i = 0; i < g.length; i++) {
            g[i] *= share;
        }
    }

    @Override
    public void clamp(Buffer gradient, double limit) {
        double[] g = values(gradient);
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.min(Math.max(g[i], -limit), limit);
        }
    }
}
