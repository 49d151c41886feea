package dev.vitrine.experiments.doctor;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small convolution, forward and backward, with numbers that are the same on every machine. Its sizes leave a tail
 * that no vector divides.
 */
final class SmallConvolution {
    static final int N = 2;
    static final int C = 3;
    static final int L = 1001;
    static final int O = 5;
    static final int K = 3;
    static final int STRIDE = 2;
    static final Window WINDOW = Window.of(K).stride(STRIDE).padding(Padding.SAME);
    static final int M = WINDOW.outputLength(L);

    /** The terms of the longest sum, which is that of a weight's gradient. */
    static final int LONGEST_SUM = N * M;

    private final Rng rng = new Rng(1);
    private final double[] x = normal(N * C * L);
    private final double[] w = normal(O * C * K);
    private final double[] b = normal(O);
    private final double[] g = normal(N * O * M);

    /** Values that float32 holds exactly, so that every device starts from the same ones. */
    private double[] normal(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) rng.gaussian();
        }
        return values;
    }

    /** Output and gradients as a device computes them, by name. */
    Map<String, double[]> on(Device device) {
        try (Scope step = device.step()) {
            Tensor input = Tensor.of(device, Shape.of(N, C, L), x).requiresGrad();
            Tensor weight = Tensor.of(device, Shape.of(O, C, K), w).requiresGrad();
            Tensor bias = Tensor.of(device, Shape.of(O), b).requiresGrad();
            Tensor output = conv1d(input, weight, bias, WINDOW);
            output.backward(Tensor.of(device, output.shape(), g));
            return named(
                    output.toDoubles(),
                    input.grad().toDoubles(),
                    weight.grad().toDoubles(),
                    bias.grad().toDoubles());
        }
    }

    /**
     * The same by the formula and its derivative alone: y = b + sum of w * x, and each product w * x hands g to both
     * its factors.
     */
    Map<String, double[]> byFormula() {
        double[] y = new double[N * O * M];
        double[] dx = new double[x.length];
        double[] dw = new double[w.length];
        double[] db = new double[O];
        int before = WINDOW.paddingFor(L).before();
        for (int row = 0; row < N * O; row++) {
            int n = row / O;
            int o = row % O;
            for (int l = 0; l < M; l++) {
                int out = row * M + l;
                y[out] = b[o];
                db[o] += g[out];
                for (int tap = 0; tap < C * K; tap++) {
                    int i = l * STRIDE + tap % K - before;
                    if (i >= 0 && i < L) {
                        int in = (n * C + tap / K) * L + i;
                        int weight = o * C * K + tap;
                        y[out] += w[weight] * x[in];
                        dx[in] += w[weight] * g[out];
                        dw[weight] += x[in] * g[out];
                    }
                }
            }
        }
        return named(y, dx, dw, db);
    }

    private static Map<String, double[]> named(double[] y, double[] dx, double[] dw, double[] db) {
        Map<String, double[]> parts = new LinkedHashMap<>();
        parts.put("output", y);
        parts.put("gradient of the input", dx);
        parts.put("gradient of the weight", dw);
        parts.put("gradient of the bias", db);
        return parts;
    }
}
