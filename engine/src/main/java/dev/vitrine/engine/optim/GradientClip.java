package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.KernelPair;
import java.util.List;

/**
 * Keeps gradients from growing without bound, between the backward walk and the optimiser's step; as {@code
 * torch.nn.utils.clip_grad_norm_} and {@code clip_grad_value_}.
 *
 * <pre>
 * by norm:   n = sqrt(sum of all g²)      g = g * min(1, limit / (n + 1e-6))
 * by value:  g = min(max(g, -limit), limit)
 * </pre>
 *
 * <p>The norm is that of all gradients together. It is summed on the device, in a fixed order, and the host does not
 * wait for it. A gradient that is not a number stays one.
 *
 * <p>Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", ICML 2013, section
 * 3.2.
 */
public final class GradientClip {
    /** Squares that one partial sum holds. */
    private static final int CHUNK = 4096;

    private enum Rule {
        NORM,
        VALUE
    }

    /** The passes that both halves implement. */
    interface Kernels {
        /** sums[first + k] = the sum of gradient² over the k-th chunk. */
        void squares(Buffer gradient, Buffer sums, int first, int chunk);

        /** norm[0] = sqrt(sum of sums). */
        void norm(Buffer sums, Buffer norm);

        /** gradient = gradient * min(1, limit / (norm[0] + 1e-6)). */
        void scale(Buffer gradient, Buffer norm, double limit);

        /** gradient = min(max(gradient, -limit), limit). */
        void clamp(Buffer gradient, double limit);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(GradientClipJava::new, GradientClipOpenCl::new);

    private final ParameterBuffer parameters;
    private final Rule rule;
    private final double limit;
    private final Kernels kernels;
    private final Buffer sums;
    private final Buffer norm;

    private GradientClip(ParameterBuffer parameters, Rule rule, double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("clip: the limit must be above 0, got " + limit);
        }
        this.parameters = parameters;
        this.rule = rule;
        this.limit = limit;
        this.kernels = parameters.device().kernels(KERNELS);
        this.sums = parameters
                .device()
                .allocateLasting(Math.max(1, chunks(parameters.gradients().stretches())));
        this.norm = parameters.device().allocateLasting(1);
        sums.fill(0);
        norm.fill(Double.NaN);
    }

    /**
     * Scales all gradients together so that their norm is at most {@code limit}.
     *
     * @throws IllegalArgumentException if the limit is not above 0
     */
    public static GradientClip byNorm(ParameterBuffer parameters, double limit) {
        return new GradientClip(parameters, Rule.NORM, limit);
    }

    /**
     * Cuts every gradient element off at {@code limit} and at {@code -limit}.
     *
     * @throws IllegalArgumentException if the limit is not above 0
     */
    public static GradientClip byValue(ParameterBuffer parameters, double limit) {
        return new GradientClip(parameters, Rule.VALUE, limit);
    }

    /**
     * Clips the gradients of the last backward walk.
     *
     * @throws IllegalStateException naming a parameter that has no gradient
     */
    public void clip() {
        parameters.requireGradients();
        List<Buffer> gradients = parameters.gradients().stretches();
        if (rule == Rule.VALUE) {
            gradients.forEach(gradient -> kernels.clamp(gradient, limit));
            return;
        }
        int first = 0;
        for (Buffer gradient : gradients) {
            kernels.squares(gradient, sums, first, CHUNK);
            first += chunks(List.of(gradient));
        }
        kernels.norm(sums, norm);
        gradients.forEach(gradient -> kernels.scale(gradient, norm, limit));
    }

    /** The norm that {@link #clip()} found last, before scaling; not-a-number before that. Waits for the device. */
    public double lastNorm() {
        return norm.toDoubles()[0];
    }

    private static int chunks(List<Buffer> gradients) {
        return gradients.stream()
                .mapToInt(gradient -> (gradient.size() + CHUNK - 1) / CHUNK)
                .sum();
    }
}
