package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.KernelPair;
import java.util.List;
import java.util.Map;

/**
 * Adam, as {@code torch.optim.Adam}. In step t, counted from 1:
 *
 * <pre>
 * g = gradient + weightDecay * w
 * m = beta1 * m + (1 - beta1) * g
 * v = beta2 * v + (1 - beta2) * g²
 * w = w - learningRate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + eps)
 * </pre>
 *
 * <p>Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1.
 */
public final class Adam implements Optimizer {
    /**
     * Constants.
     *
     * @param beta1 of the mean gradient, 0 to below 1
     * @param beta2 of the mean squared gradient, 0 to below 1
     * @param eps added to the root, above 0
     * @param weightDecay at least 0
     */
    public record Options(double beta1, double beta2, double eps, double weightDecay) {
        /** PyTorch's. */
        public static final Options DEFAULT = new Options(0.9, 0.999, 1e-8, 0);

        public Options {
            Moments.requireConstants("adam", beta1, beta2, eps, weightDecay);
        }
    }

    /** The update that both halves implement; the piece remembers [m, v]. */
    interface Kernels {
        void update(Piece piece, Moments moments);
    }

    static final KernelPair<Kernels> KERNELS = new KernelPair<>(AdamJava::new, AdamOpenCl::new);

    private final Walk walk;
    private final Options options;
    private final Kernels kernels;

    /**
     * Adam before its first step.
     *
     * @param groups parameters that learn at a pace of their own
     * @throws IllegalArgumentException if a group holds no parameter, or a parameter is in two groups
     */
    public Adam(ParameterBuffer parameters, Options options, ParameterGroup... groups) {
        this.walk = new Walk(parameters, options.weightDecay(), List.of(groups), "m", "v");
        this.options = options;
        this.kernels = parameters.device().kernels(KERNELS);
    }

    @Override
    public void zeroGrad() {
        walk.zeroGrad();
    }

    @Override
    public void step(double learningRate) {
        walk.step(
                learningRate,
                piece -> kernels.update(
                        piece,
                        Moments.of(options.beta1(), options.beta2(), options.eps(), piece)
                                .decay(piece.weightDecay())));
    }

    @Override
    public long steps() {
        return walk.steps();
    }

    @Override
    public Map<String, Buffer> memory() {
        return walk.memory();
    }

    @Override
    public void resumeAfter(long done) {
        walk.resumeAfter(done);
    }
}
