package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.KernelPair;
import java.util.List;
import java.util.Map;

/**
 * Steps measured by the recent size of the gradient, as {@code torch.optim.RMSprop}.
 *
 * <pre>
 * g = gradient + weightDecay * w
 * s = alpha * s + (1 - alpha) * g²
 * m = alpha * m + (1 - alpha) * g
 * b = momentum * b + g / (sqrt(s) + eps)           plain
 * b = momentum * b + g / (sqrt(s - m²) + eps)      centred: by the variance of the gradient
 * w = w - learningRate * b
 * </pre>
 *
 * <p>Where rounding makes s - m² negative it counts as 0; PyTorch's would be not-a-number.
 *
 * <p>Source: Tieleman and Hinton, "Lecture 6.5: rmsprop", Coursera, 2012; centred: Graves, "Generating sequences with
 * recurrent neural networks", 2013, equations 38 to 42, with the root and eps where PyTorch has them.
 */
public final class RMSprop implements Optimizer {
    /** What the gradient is measured by. */
    public enum Measure {
        /** Its mean square. */
        PLAIN,
        /** Its variance. */
        CENTERED
    }

    /**
     * Constants.
     *
     * @param alpha how much of the old mean square stays, 0 to below 1
     * @param eps added to the root, above 0
     * @param weightDecay at least 0
     * @param momentum 0 to below 1
     * @param measure what the gradient is measured by
     */
    public record Options(double alpha, double eps, double weightDecay, double momentum, Measure measure) {
        /** PyTorch's. */
        public static final Options DEFAULT = new Options(0.99, 1e-8, 0, 0, Measure.PLAIN);

        public Options {
            if (!(alpha >= 0 && alpha < 1)) {
                throw new IllegalArgumentException("rmsprop: alpha must be from 0 to below 1, got " + alpha);
            }
            if (!(eps > 0)) {
                throw new IllegalArgumentException("rmsprop: eps must be above 0, got " + eps);
            }
            if (!(weightDecay >= 0)) {
                throw new IllegalArgumentException("rmsprop: weight decay must not be negative, got " + weightDecay);
            }
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("rmsprop: momentum must be from 0 to below 1, got " + momentum);
            }
        }

        /** With the same constants, measured by the variance. */
        public Options centered() {
            return new Options(alpha, eps, weightDecay, momentum, Measure.CENTERED);
        }
    }

    /** The update that both halves implement; the piece remembers [s, m, b]. */
    interface Kernels {
        void update(Piece piece, Options options);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(RMSpropJava::new, RMSpropOpenCl::new);

    private final Walk walk;
    private final Options options;
    private final Kernels kernels;

    /**
     * RMSprop before its first step.
     *
     * @param groups parameters that learn at a pace of their own
     * @throws IllegalArgumentException if a group holds no parameter, or a parameter is in two groups
     */
    public RMSprop(ParameterBuffer parameters, Options options, ParameterGroup... groups) {
        this.walk = new Walk(parameters, options.weightDecay(), List.of(groups), "square", "mean", "velocity");
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
