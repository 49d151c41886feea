package dev.vitrine.engine.op.norm;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.norm.LayerNorm.Saved;

/** The definition of layer normalisation: plain loops, in parallel over what shares no sum. */
final class LayerNormJava implements LayerNorm.Kernels {
    private final JavaDevice device;

    LayerNormJava(JavaDevice device) {
        this.device = device;
    }

    /** y[r, i] = gamma[i] * (x[r, i] - mean[r]) * rstd[r] + beta[i]. */
    @Override
    public void forward(Buffer xs, Buffer gammas, Buffer betas, Saved saved, Buffer ys, int rows, int d, double eps) {
        double[] x = values(xs);
        double[] y = values(ys);
        double[] gamma = values(gammas);
        double[] beta = values(betas);
        double[] mean = values(saved.mean());
        double[] rstd = values(saved.rstd());
        device.forEach(rows, r -> {
            mean[r] = mean(x, r * d, d);
            rstd[r] = 1 / Math.sqrt(variance(x, mean[r], r * d, d) + eps);
            for (int i = 0; i < d; i++) {
                y[r * d + i] = gamma[i] * (x[r * d + i] - mean[r]) * rstd[r] + beta[i];
            }
        });
    }

    private static double mean(double[] x, int row, int d) {
        double sum = 0;
        for (int i = row; i < row + d; i++) {
            sum += x[i];
        }
        return sum / d;
    }

    private static double variance(double[] x, double mean, int row, int d) {
        double sum = 0;
        for (int i = row; i < row + d; i++) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return sum / d;
    }

    /** dbeta[i] = sum over r of g[r, i]; dgamma[i] = sum over r of g[r, i] * xhat[r, i]. */
    @Override
    public void backwardAffine(Buffer gs, Buffer xs, Saved saved, Buffer dgammas, Buffer dbetas, int rows, int d) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dgamma = values(dgammas);
        double[] dbeta = values(dbetas);
        double[] mean = values(saved.mean());
        double[] rstd = values(saved.rstd());
        device.forEach(d, i -> {
            double sum = 0;
            double weighted = 0;
            for (int r = 0; r < rows; r++) {
                sum += g[r * d + i];
                weighted += g[r * d + i] * (x[r * d + i] - mean[r]) * rstd[r];
            }
            dbeta[i] = sum;
            dgamma[i] = weighted;
        });
    }

    /** dx[r, i] = rstd[r] * (h[r, i] - 1/D sum of h[r, j] - xhat[r, i] / D * sum of h[r, j] * xhat[r, j]). */
    @Override
    public void backwardData(Buffer gs, Buffer xs, Buffer gammas, Saved saved, Buffer dxs, int rows, int d) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dx = values(dxs);
        double[] gamma = values(gammas);
        double[] mean = values(saved.mean());
        double[] rstd = values(saved.rstd());
        device.forEach(rows, r -> {
            double sum = 0;
            double weighted = 0;
            for (int i = 0; i < d; i++) {
                double h = gamma[i] * g[r * d + i];
                sum += h;
                weighted += h * (x[r * d + i] - mean[r]) * rstd[r];
            }
            for (int i = 0; i < d; i++) {
                double xhat = (x[r * d + i] - mean[r]) * rstd[r];
                dx[r * d + i] = rstd[r] * (gamma[i] * g[r * d + i] - sum / d - xhat * weighted / d);
            }
        });
    }
}
