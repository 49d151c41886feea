package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.FlatBuffer;
import dev.vitrine.engine.device.KernelPair;
import java.util.LinkedHashMap;
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
            if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
                throw new IllegalArgumentException(
                        "adam: beta1 and beta2 must be from 0 to below 1, got " + beta1 + " and " + beta2);
            }
            if (!(eps > 0)) {
                throw new IllegalArgumentException("adam: eps must be above 0, got " + eps);
            }
            if (!(weightDecay >= 0)) {
                throw new IllegalArgumentException("adam: weight decay must not be negative, got " + weightDecay);
            }
        }
    }

    /**
     * What changes from step to step.
     *
     * @param size learningRate / (1 - beta1^t)
     * @param root sqrt(1 - beta2^t)
     */
    record Rate(double size, double root) {}

    /** The update that both halves implement. */
    interface Kernels {
        void update(Buffer w, Buffer gradient, Buffer m, Buffer v, Rate rate, Options options);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(AdamJava::new, AdamOpenCl::new);

    private final ParameterBuffer parameters;
    private final Options options;
    private final FlatBuffer mean;
    private final FlatBuffer square;
    private final Kernels kernels;
    private long steps;

    public Adam(ParameterBuffer parameters, Options options) {
        this.parameters = parameters;
        this.options = options;
        this.mean = parameters.beside();
        this.square = parameters.beside();
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
        steps++;
        Rate rate = new Rate(
                learningRate / (1 - StrictMath.pow(options.beta1(), (double) steps)),
                Math.sqrt(1 - StrictMath.pow(options.beta2(), (double) steps)));
        for (int i = 0; i < mean.stretches().size(); i++) {
            kernels.update(
                    parameters.valueStretches().get(i),
                    parameters.gradientStretches().get(i),
                    mean.stretches().get(i),
                    square.stretches().get(i),
                    rate,
                    options);
        }
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public Map<String, Buffer> memory() {
        Map<String, Buffer> names = new LinkedHashMap<>();
        Memory.name("m", parameters, mean, names);
        Memory.name("v", parameters, square, names);
        return names;
    }

    @Override
    public void resumeAfter(long done) {
        steps = Memory.requireSteps(done);
    }
}
