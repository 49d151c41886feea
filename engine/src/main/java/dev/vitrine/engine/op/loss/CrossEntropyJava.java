package dev.vitrine.engine.op.loss;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.loss.CrossEntropy.Saved;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The definition of cross-entropy from logits: plain loops over examples m and classes k. */
final class CrossEntropyJava implements CrossEntropy.Kernels {
    private final JavaDevice device;

    CrossEntropyJava(JavaDevice device) {
        this.device = device;
    }

    @Override
    public void forward(
            Buffer zs, Buffer ts, @Nullable Buffer ws, Buffer loss, Saved saved, CrossEntropySizes s, double e) {
        double[] z = values(zs);
        double[] t = values(ts);
        double[] w = weights(ws, s);
        double sum = 0;
        double weightSum = 0;
        for (int m = 0; m < s.examples(); m++) {
            int target = (int) t[m];
            double lse = logSumExp(z, m, s);
            sum += (1 - e) * w[target] * (lse - z[s.at(m, target)]);
            if (e > 0) {
                for (int k = 0; k < s.c(); k++) {
                    sum += e / s.c() * w[k] * (lse - z[s.at(m, k)]);
                }
            }
            weightSum += w[target];
            values(saved.logSum())[m] = lse;
            values(saved.weights())[m] = w[target];
        }
        values(saved.weightSum())[0] = weightSum;
        values(loss)[0] = sum / weightSum;
    }

    /** log(sum over k of exp(z[m, k])); the largest is taken out first, so that no exponential overflows. */
    private static double logSumExp(double[] z, int m, CrossEntropySizes s) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < s.c(); k++) {
            largest = Math.max(largest, z[s.at(m, k)]);
        }
        double sum = 0;
        for (int k = 0; k < s.c(); k++) {
            sum += Math.exp(z[s.at(m, k)] - largest);
        }
        return Math.log(sum) + largest;
    }

    @Override
    public void backward(
            Buffer g,
            Buffer zs,
            Buffer ts,
            @Nullable Buffer ws,
            Saved saved,
            Buffer dzs,
            CrossEntropySizes s,
            double e) {
        double[] z = values(zs);
        double[] t = values(ts);
        double[] w = weights(ws, s);
        double[] logSum = values(saved.logSum());
        double[] weight = values(saved.weights());
        double[] dz = values(dzs);
        double all = Arrays.stream(w).sum();
        double scale = values(g)[0] / values(saved.weightSum())[0];
        device.forEach(s.examples(), m -> {
            for (int k = 0; k < s.c(); k++) {
                double p = Math.exp(z[s.at(m, k)] - logSum[m]);
                double hard = weight[m] * (p - (k == t[m] ? 1 : 0));
                double soft = p * all - w[k];
                dz[s.at(m, k)] = scale * ((1 - e) * hard + e / s.c() * soft);
            }
        });
    }

    private static double[] weights(@Nullable Buffer ws, CrossEntropySizes s) {
        if (ws != null) {
            return values(ws);
        }
        double[] ones = new double[s.c()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
