package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cross-entropy of a softmax, computed from the values before the softmax (the logits), so that nothing overflows;
 * PyTorch's {@code CrossEntropyLoss} with class indices and reduction {@code mean}.
 *
 * <pre>
 * lse[n]  = log(sum over c of exp(z[n, c]))           so that  log softmax(z)[n, c] = z[n, c] - lse[n]
 * term[n] = (1 - e) * w[t[n]] * (lse[n] - z[n, t[n]])  +  e / C * sum over c of w[c] * (lse[n] - z[n, c])
 * loss    = (sum over n of term[n]) / W               with W = sum over n of w[t[n]]
 * </pre>
 *
 * t[n] is the class of example n, w[c] the weight of class c (1 without weights), e the label smoothing. Note that the
 * mean is weighted: it is divided by W and not by N.
 *
 * <p><b>Shapes</b>: z [N, C] and t [N], or z [N, C, *] and t [N, *] with the same axes * (then each position is an
 * example); w [C]; loss [] (a scalar). Classes are whole numbers from 0 to C - 1; PyTorch's {@code ignore_index} is not
 * there.
 *
 * <p><b>Gradient</b>, with p = softmax(z): d(loss)/dz[n, c] = ((1 - e) * w[t[n]] * (p[n, c] - [c = t[n]]) + e / C *
 * (p[n, c] * (sum over k of w[k]) - w[c])) / W, times the gradient of the loss. Targets and weights take none.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 6.2.2.3; label smoothing: Szegedy et al.,
 * "Rethinking the Inception architecture", CVPR 2016, section 7.
 */
public final class CrossEntropy implements Op {
    /**
     * What may be chosen.
     *
     * @param weight [C], how much each class counts, or null if all count the same
     * @param labelSmoothing from 0 (none) to 1, the share of the target that goes to all classes alike
     */
    public record Options(@Nullable Tensor weight, double labelSmoothing) {
        /** No weights, no smoothing. */
        public static final Options NONE = new Options(null, 0);

        public Options {
            if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
                throw new IllegalArgumentException(
                        "cross_entropy: label smoothing must be from 0 to 1, got " + labelSmoothing);
            }
            if (weight != null && weight.wantsGrad()) {
                throw new IllegalArgumentException("cross_entropy: class weights take no gradient; detach() them");
            }
        }

        /** The same with class weights [C]. */
        public Options weight(Tensor newWeight) {
            return new Options(newWeight, labelSmoothing);
        }

        /** The same with label smoothing. */
        public Options labelSmoothing(double newSmoothing) {
            return new Options(weight, newSmoothing);
        }
    }

    /**
     * What forward leaves for backward.
     *
     * @param logSum lse of each example
     * @param weights w[t] of each example
     * @param weightSum W, one value
     */
    record Saved(Buffer logSum, Buffer weights, Buffer weightSum) {}

    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer z, Buffer t, @Nullable Buffer w, Buffer loss, Saved saved, CrossEntropySizes s, double e);

        void backward(
                Buffer g,
                Buffer z,
                Buffer t,
                @Nullable Buffer w,
                Saved saved,
                Buffer dz,
                CrossEntropySizes s,
                double e);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(CrossEntropyJava::new, CrossEntropyOpenCl::new);

    private final CrossEntropySizes sizes;
    private final double smoothing;
    private @Nullable Saved saved;

    private CrossEntropy(CrossEntropySizes sizes, double smoothing) {
        this.sizes = sizes;
        this.smoothing = smoothing;
    }

    /** The mean loss without weights and smoothing; see {@link #crossEntropy(Tensor, Tensor, Options)}. */
    public static Tensor crossEntropy(Tensor logits, Tensor targets) {
        return crossEntropy(logits, targets, Options.NONE);
    }

    /**
     * The mean loss. Targets made by {@link Tensor#ofTargets} were checked on their way to the device; others are read
     * back to be checked, and so the host waits for the device.
     *
     * @param logits [N, C] or [N, C, *]
     * @param targets [N] or [N, *], whole numbers from 0 to C - 1
     * @param options class weights and label smoothing
     * @return a scalar
     * @throws IllegalArgumentException if shapes do not fit, a target is no class, or the targets ask for a gradient
     */
    public static Tensor crossEntropy(Tensor logits, Tensor targets, Options options) {
        Tensor weight = options.weight();
        CrossEntropySizes sizes =
                CrossEntropySizes.of(logits.shape(), targets.shape(), weight == null ? null : weight.shape());
        if (targets.wantsGrad()) {
            throw new IllegalArgumentException("cross_entropy: targets take no gradient; detach() them");
        }
        sizes.requireClasses(targets);
        CrossEntropy op = new CrossEntropy(sizes, options.labelSmoothing());
        return weight == null ? Op.apply(op, logits, targets) : Op.apply(op, logits, targets, weight);
    }

    @Override
    public String name() {
        return "cross_entropy";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of();
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        Saved forBackward =
                new Saved(device.allocate(sizes.examples()), device.allocate(sizes.examples()), device.allocate(1));
        device.kernels(KERNELS)
                .forward(inputs.get(0), inputs.get(1), weight(inputs), out, forBackward, sizes, smoothing);
        saved = forBackward;
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dz = gradInputs[0];
        if (dz != null) {
            device.kernels(KERNELS)
                    .backward(
                            gradOut,
                            inputs.get(0),
                            inputs.get(1),
                            weight(inputs),
                            Objects.requireNonNull(saved),
                            dz,
                            sizes,
                            smoothing);
        }
    }

    private static @Nullable Buffer weight(List<Buffer> inputs) {
        return inputs.size() > 2 ? inputs.get(2) : null;
    }
}
