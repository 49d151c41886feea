package dev.vitrine.engine.op.norm;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.norm.BatchNorm.Affine;
import dev.vitrine.engine.op.norm.BatchNorm.Options;
import dev.vitrine.engine.op.norm.BatchNorm.Saved;
import java.util.Arrays;

/** The definition of batch normalisation: plain loops, in parallel over what shares no sum. */
final class BatchNormJava implements BatchNorm.Kernels {
    private final JavaDevice device;

    BatchNormJava(JavaDevice device) {
        this.device = device;
    }

    /** mean[c] and variance[c] over all n and l; the running ones follow, with the variance divided by N * L - 1. */
    @Override
    public void batchStatistics(Buffer xs, Saved saved, RunningStatistics running, BatchNormSizes s, Options options) {
        double[] x = values(xs);
        double[] mean = values(saved.mean());
        double[] rstd = values(saved.rstd());
        double[] runningMean = values(running.mean().buffer());
        double[] runningVariance = values(running.variance().buffer());
        int count = s.valuesPerChannel();
        device.forEach(s.c(), c -> {
            mean[c] = sum(x, c, s) / count;
            double squares = squares(x, c, mean[c], s);
            rstd[c] = 1 / Math.sqrt(squares / count + options.eps());
            runningMean[c] = follow(runningMean[c], mean[c], options);
            runningVariance[c] = follow(runningVariance[c], squares / (count - 1), options);
        });
    }

    private static double sum(double[] x, int c, BatchNormSizes s) {
        double sum = 0;
        for (int n = 0; n < s.n(); n++) {
            int row = (n * s.c() + c) * s.length();
            for (int l = 0; l < s.length(); l++) {
                sum += x[row + l];
            }
        }
        return sum;
    }

    private static double squares(double[] x, int c, double mean, BatchNormSizes s) {
        double sum = 0;
        for (int n = 0; n < s.n(); n++) {
            int row = (n * s.c() + c) * s.length();
            for (int l = 0; l < s.length(); l++) {
                sum += (x[row + l] - mean) * (x[row + l] - mean);
            }
        }
        return sum;
    }

    private static double follow(double running, double now, Options options) {
        return (1 - options.momentum()) * running + options.momentum() * now;
    }

    /** What the batch's statistics are in training, the running ones are in evaluation. */
    @Override
    public void runningStatistics(Saved saved, RunningStatistics running, BatchNormSizes s, Options options) {
        double[] mean = values(saved.mean());
        double[] rstd = values(saved.rstd());
        double[] runningMean = values(running.mean().buffer());
        double[] runningVariance = values(running.variance().buffer());
        device.forEach(s.c(), c -> {
            mean[c] = runningMean[c];
            rstd[c] = 1 / Math.sqrt(runningVariance[c] + options.eps());
        });
    }

    /** y[plane, tile] = activation(the largest of gamma[c] * (x[plane, i, j] - mean[c]) * rstd[c] + beta[c] in the tile). */
    @Override
    public void forward(Buffer xs, Affine affine, Saved saved, Buffer ys, BatchNormSizes s, Activation activation) {
        double[] x = values(xs);
        double[] y = values(ys);
        device.forEach(s.planes(), plane -> {
            Channel channel = channel(plane % s.c(), affine, saved);
            for (int h = 0; h < s.outputHeight(); h++) {
                for (int w = 0; w < s.outputWidth(); w++) {
                    int won = winner(x, plane, h, w, channel, s);
                    y[s.output(plane, h, w)] = activation.of(channel.normalised(x[won]));
                }
            }
        });
    }

    /** Where in x the largest normalised value of a tile lies: of equal ones the first, and the last NaN. */
    private static int winner(double[] x, int plane, int h, int w, Channel channel, BatchNormSizes s) {
        int first = s.input(plane, h * s.pool().height(), w * s.pool().width());
        if (s.pool().values() == 1) {
            return first;
        }
        int winner = first;
        double largest = channel.normalised(x[first]);
        for (int p = 0; p < s.pool().height(); p++) {
            for (int q = 0; q < s.pool().width(); q++) {
                int i = first + p * s.width() + q;
                double value = channel.normalised(x[i]);
                if (value > largest || Double.isNaN(value)) {
                    winner = i;
                    largest = value;
                }
            }
        }
        return winner;
    }

    /**
     * dbeta[c] = sum over n, l of g[n, c, l]; dgamma[c] = sum over n, l of g[n, c, l] * xhat[n, c, l]; where tiles are pooled,
     * over the winners only.
     */
    @Override
    public void backwardAffine(
            Buffer gs,
            Buffer xs,
            Affine affine,
            Affine gradient,
            Saved saved,
            BatchNormSizes s,
            Activation activation) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dgamma = values(gradient.gamma());
        double[] dbeta = values(gradient.beta());
        device.forEach(s.c(), c -> {
            Channel channel = channel(c, affine, saved);
            double sum = 0;
            double weighted = 0;
            for (int n = 0; n < s.n(); n++) {
                int plane = n * s.c() + c;
                for (int h = 0; h < s.outputHeight(); h++) {
                    for (int w = 0; w < s.outputWidth(); w++) {
                        double won = x[winner(x, plane, h, w, channel, s)];
                        double grad = channel.gradient(g[s.output(plane, h, w)], won, activation);
                        sum += grad;
                        weighted += grad * channel.xhat(won);
                    }
                }
            }
            dbeta[c] = sum;
            dgamma[c] = weighted;
        });
    }

    /**
     * dx[n, c, l] = gamma[c] * rstd[c] * (g[n, c, l] - share * dbeta[c] - xhat[n, c, l] * share * dgamma[c]), with g = 0 for
     * what won no tile.
     */
    @Override
    public void backwardData(
            Buffer gs,
            Buffer xs,
            Affine affine,
            Affine gradient,
            Saved saved,
            Buffer dxs,
            BatchNormSizes s,
            Activation activation,
            double share) {
        double[] g = values(gs);
        double[] x = values(xs);
        double[] dx = values(dxs);
        double[] dgamma = values(gradient.gamma());
        double[] dbeta = values(gradient.beta());
        device.forEach(s.planes(), plane -> {
            int c = plane % s.c();
            Channel channel = channel(c, affine, saved);
            int first = s.input(plane, 0, 0);
            Arrays.fill(dx, first, first + s.length(), 0);
            for (int h = 0; h < s.outputHeight(); h++) {
                for (int w = 0; w < s.outputWidth(); w++) {
                    int won = winner(x, plane, h, w, channel, s);
                    dx[won] = channel.gradient(g[s.output(plane, h, w)], x[won], activation);
                }
            }
            for (int i = first; i < first + s.length(); i++) {
                double centred = dx[i] - share * dbeta[c] - channel.xhat(x[i]) * share * dgamma[c];
                dx[i] = channel.gamma * channel.rstd * centred;
            }
        });
    }

    private static Channel channel(int c, Affine affine, Saved saved) {
        return new Channel(
                values(affine.gamma())[c], values(affine.beta())[c], values(saved.mean())[c], values(saved.rstd())[c]);
    }

    /** The four numbers of one channel. */
    private record Channel(double gamma, double beta, double mean, double rstd) {
        double xhat(double x) {
            return (x - mean) * rstd;
        }

        double normalised(double x) {
            return gamma * xhat(x) + beta;
        }

        /** The gradient before the activation: 0 where a RELU gave 0. */
        double gradient(double g, double x, Activation activation) {
            return activation.gradient(g, normalised(x));
        }
    }
}
