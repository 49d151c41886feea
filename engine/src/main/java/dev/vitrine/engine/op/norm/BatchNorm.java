package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation over all axes but the channels: each channel is brought to mean 0 and variance 1, then scaled and
 * shifted by two learned numbers.
 *
 * <pre>
 * xhat[n, c, l] = (x[n, c, l] - mean[c]) * rstd[c]          rstd[c] = 1 / sqrt(variance[c] + eps)
 * y[n, c, l]    = activation(gamma[c] * xhat[n, c, l] + beta[c])
 * </pre>
 *
 * <p>Where a channel lies has no say in this: of an image, l runs over all H * W positions.
 *
 * <p>Where max-pooling follows, it can be computed along with it: of each of the {@link Tiles} only the largest value is
 * kept, as {@link dev.vitrine.engine.op.pool.MaxPool} does it.
 *
 * <p>In training, mean and variance are those of the batch, the variance divided by N * L, and the running statistics
 * follow them: running = (1 - momentum) * running + momentum * new, with the variance divided by N * L - 1. In
 * evaluation, mean and variance are the running ones. As in PyTorch, momentum weighs the <em>new</em> value.
 *
 * <p><b>Shapes</b>: x [N, C], then L = 1; x [N, C, L]; or x [N, C, H, W], then L = H * W; gamma and beta [C]; y as x, or,
 * with tiles of p x q, [N, C, L / q] or [N, C, H / p, W / q], rounded down.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy, 0 where a RELU gave 0 or another value of the tile won, and M = N * L:
 *
 * <pre>
 * d(loss)/dbeta[c]    = sum over n, l of  g[n, c, l]
 * d(loss)/dgamma[c]   = sum over n, l of  g[n, c, l] * xhat[n, c, l]
 * d(loss)/dx[n, c, l] = gamma[c] * rstd[c] * (g[n, c, l] - dbeta[c] / M - xhat[n, c, l] * dgamma[c] / M)
 * </pre>
 *
 * <p>In evaluation mean and variance do not depend on x, and d(loss)/dx = gamma * rstd * g.
 *
 * <p>The loops are in {@link BatchNormJava}; the kernels in {@code batchnorm.cl}.
 *
 * <p>Source: Ioffe and Szegedy, "Batch normalization", ICML 2015, algorithms 1 and 2 and section 3.
 */
public final class BatchNorm implements Op {
    /**
     * How to normalise.
     *
     * @param eps added to the variance so that a constant channel does not divide by zero, finite and above 0
     * @param momentum weight of the new value in the running statistics, 0 to 1
     * @param activation what is applied to the result
     * @param pool of which tiles only the largest value is kept
     */
    public record Options(double eps, double momentum, Activation activation, Tiles pool) {
        /** PyTorch's: eps 1e-5, momentum 0.1, no activation, no pooling. */
        public static final Options DEFAULT = new Options(1e-5, 0.1, Activation.NONE, Tiles.SINGLE);

        public Options {
            if (!(eps > 0 && eps < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("batch_norm: eps must be finite and above 0, got " + eps);
            }
            if (!(momentum >= 0 && momentum <= 1)) {
                throw new IllegalArgumentException("batch_norm: momentum must be from 0 to 1, got " + momentum);
            }
        }

        /** The same options with another activation. */
        public Options activation(Activation newActivation) {
            return new Options(eps, momentum, newActivation, pool);
        }

        /** The same options with other tiles. */
        public Options pool(Tiles newPool) {
            return new Options(eps, momentum, activation, newPool);
        }
    }

    /** Where mean and variance come from. */
    enum Mode {
        TRAINING,
        EVALUATING
    }

    /** What x was normalised by, kept for the way back: mean and rstd, both [C]. */
    record Saved(Buffer mean, Buffer rstd) {}

    /** The learned scale and shift, or their gradients: both [C]. */
    record Affine(Buffer gamma, Buffer beta) {}

    /** The passes that both halves implement. */
    interface Kernels {
        /** Writes the batch's mean and rstd to {@code saved}, and lets the running statistics follow. */
        void batchStatistics(Buffer x, Saved saved, RunningStatistics running, BatchNormSizes s, Options options);

        /** Writes the running mean and its rstd to {@code saved}. */
        void runningStatistics(Saved saved, RunningStatistics running, BatchNormSizes s, Options options);

        /** Writes y. */
        void forward(Buffer x, Affine affine, Saved saved, Buffer y, BatchNormSizes s, Activation activation);

        /** Writes the gradient of gamma and beta. */
        void backwardAffine(
                Buffer g,
                Buffer x,
                Affine affine,
                Affine gradient,
                Saved saved,
                BatchNormSizes s,
                Activation activation);

        /**
         * Writes dx.
         *
         * @param gradient of gamma and beta
         * @param share 1 / (N * L) in training; 0 in evaluation, where mean and variance do not depend on x
         */
        void backwardData(
                Buffer g,
                Buffer x,
                Affine affine,
                Affine gradient,
                Saved saved,
                Buffer dx,
                BatchNormSizes s,
                Activation activation,
                double share);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(BatchNormJava::new, BatchNormOpenCl::new);

    private final BatchNormSizes sizes;
    private final Shape shape;
    private final RunningStatistics running;
    private final Options options;
    private final Mode mode;
    private @Nullable Saved saved;

    private BatchNorm(Tensor x, Tensor gamma, Tensor beta, RunningStatistics running, Options options, Mode mode) {
        this.sizes = BatchNormSizes.of(
                x.shape(), gamma.shape(), beta.shape(), running.mean().shape(), options.pool());
        this.shape = sizes.output(x.shape());
        this.running = running;
        this.options = options;
        this.mode = mode;
        requireDevice(x.device(), running.mean().device());
        requireDevice(x.device(), running.variance().device());
        if (mode == Mode.TRAINING && sizes.valuesPerChannel() == 1) {
            throw new IllegalArgumentException("batch_norm: training wants more than one value per channel, got x "
                    + x.shape() + "; give a batch of at least 2, or use the running statistics");
        }
    }

    private static void requireDevice(Device x, Device statistics) {
        if (x != statistics) {
            throw new IllegalArgumentException("batch_norm: x and the running statistics are on different devices, "
                    + x.name() + " and " + statistics.name());
        }
    }

    /**
     * Normalises by the mean and variance of the batch; changes the running statistics in place.
     *
     * @param x [N, C], [N, C, L] or [N, C, H, W]
     * @param gamma [C]
     * @param beta [C]
     * @param running both [C]
     * @param options eps, momentum, activation, tiles
     * @return shaped as x; smaller where tiles are pooled
     * @throws IllegalArgumentException if the shapes do not fit or a channel has one value only
     */
    public static Tensor training(Tensor x, Tensor gamma, Tensor beta, RunningStatistics running, Options options) {
        return Op.apply(new BatchNorm(x, gamma, beta, running, options, Mode.TRAINING), x, gamma, beta);
    }

    /**
     * Normalises by the running mean and variance.
     *
     * @param x [N, C], [N, C, L] or [N, C, H, W]
     * @param gamma [C]
     * @param beta [C]
     * @param running both [C]; left as they are
     * @param options eps, activation, tiles
     * @return shaped as x; smaller where tiles are pooled
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Tensor evaluating(Tensor x, Tensor gamma, Tensor beta, RunningStatistics running, Options options) {
        return Op.apply(new BatchNorm(x, gamma, beta, running, options, Mode.EVALUATING), x, gamma, beta);
    }

    @Override
    public String name() {
        return "batch_norm";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return shape;
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        Kernels kernels = device.kernels(KERNELS);
        Buffer x = inputs.get(0);
        Saved by = new Saved(device.allocate(sizes.c()), device.allocate(sizes.c()));
        switch (mode) {
            case TRAINING -> kernels.batchStatistics(x, by, running, sizes, options);
            case EVALUATING -> kernels.runningStatistics(by, running, sizes, options);
        }
        kernels.forward(x, new Affine(inputs.get(1), inputs.get(2)), by, out, sizes, options.activation());
        saved = by;
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Kernels kernels = device.kernels(KERNELS);
        Saved by = Objects.requireNonNull(saved, "backward before forward");
        Buffer x = inputs.get(0);
        Affine affine = new Affine(inputs.get(1), inputs.get(2));
        Affine gradient = new Affine(orNew(device, gradInputs[1]), orNew(device, gradInputs[2]));
        kernels.backwardAffine(gradOut, x, affine, gradient, by, sizes, options.activation());
        Buffer dx = gradInputs[0];
        if (dx != null) {
            double share = mode == Mode.TRAINING ? 1.0 / sizes.valuesPerChannel() : 0;
            kernels.backwardData(gradOut, x, affine, gradient, by, dx, sizes, options.activation(), share);
        }
    }

    /** The gradients of gamma and beta are wanted for dx even where nobody asks for them. */
    private Buffer orNew(Device device, @Nullable Buffer place) {
        return place != null ? place : device.allocate(sizes.c());
    }
}
