package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.KernelPair;
import java.util.List;
import java.util.Map;

/**
 * Stochastic gradient descent with momentum, as {@code torch.optim.SGD} with dampening 0.
 *
 * <pre>
 * g = gradient + weightDecay * w
 * v = momentum * v + g            (v begins at 0, so the first step has v = g)
 * w = w - learningRate * v                     classic
 * w = w - learningRate * (g + momentum * v)    Nesterov's
 * </pre>
 *
 * <p>Source: Sutskever et al., "On the importance of initialization and momentum in deep learning", ICML 2013; PyTorch
 * keeps the learning rate outside of v.
 */
public final class Sgd implements Optimizer {
    /** Where a step goes. */
    public enum Momentum {
        /** Along the velocity. */
        CLASSIC,
        /** Along the gradient and the velocity that comes next: one step ahead. */
        NESTEROV
    }

    /**
     * Constants.
     *
     * @param momentum 0 to below 1; 0 is plain gradient descent
     * @param weightDecay at least 0
     * @param kind where a step goes
     */
    public record Options(double momentum, double weightDecay, Momentum kind) {
        /** With the same constants and Nesterov's momentum. */
        public Options nesterov() {
            return new Options(momentum, weightDecay, Momentum.NESTEROV);
        }

        /** With classic momentum. */
        public Options(double momentum, double weightDecay) {
            this(momentum, weightDecay, Momentum.CLASSIC);
        }

        public Options {
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("sgd: momentum must be from 0 to below 1, got " + momentum);
            }
            if (!(weightDecay >= 0)) {
                throw new IllegalArgumentException("sgd: weight decay must not be negative, got " + weightDecay);
            }
            if (kind == Momentum.NESTEROV && momentum == 0) {
                throw new IllegalArgumentException("sgd: Nesterov's momentum must be above 0, got " + momentum);
            }
        }
    }

    /** The update that both halves implement; the piece remembers [v]. */
    interface Kernels {
        void update(Piece piece, Options options);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SgdJava::new, SgdOpenCl::new);

    private final Walk walk;
    private final Options options;
    private final Kernels kernels;

    /**
     * Descent before its first step.
     *
     * @param groups parameters that learn at a pace of their own
     * @throws IllegalArgumentException if a group holds no parameter, or a parameter is in two groups
     */
    public Sgd(ParameterBuffer parameters, Options options, ParameterGroup... groups) {
        this.walk = new Walk(parameters, options.weightDecay(), List.of(groups), "velocity");
        this.options = options;
        this.kernels = parameters.device().kernels(KERNELS);
    }

    @Override
    public void zeroGrad() {
        walk.zeroGrad();
    }

    @Override
    public void step(double learningRate) {
        walk.step(learningRate, piece -> kernels.update(piece, options));
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
