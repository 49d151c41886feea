package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.FlatBuffer;
import dev.vitrine.engine.device.KernelPair;
import java.util.LinkedHashMap;
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

    /** The update that both halves implement. */
    interface Kernels {
        void update(Buffer w, Buffer gradient, Buffer v, double learningRate, Options options);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SgdJava::new, SgdOpenCl::new);

    private final ParameterBuffer parameters;
    private final Options options;
    private final FlatBuffer velocity;
    private final Kernels kernels;
    private long steps;

    public Sgd(ParameterBuffer parameters, Options options) {
        this.parameters = parameters;
        this.options = options;
        this.velocity = parameters.beside();
        this.kernels = parameters.device().kernels(KERNELS);
    }

    @Override
    public void zeroGrad() {
        parameters.forgetGradients();
    }

    @Override
    public void step(double learningRate) {
        LearningRate.require(learningRate);
        parameters.requireGradients();
        for (int i = 0; i < velocity.stretches().size(); i++) {
            kernels.update(
                    parameters.valueStretches().get(i),
                    parameters.gradientStretches().get(i),
                    velocity.stretches().get(i),
                    learningRate,
                    options);
        }
        steps++;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public Map<String, Buffer> memory() {
        Map<String, Buffer> names = new LinkedHashMap<>();
        Memory.name("velocity", parameters, velocity, names);
        return names;
    }

    @Override
    public void resumeAfter(long done) {
        steps = Memory.requireSteps(done);
    }
}
