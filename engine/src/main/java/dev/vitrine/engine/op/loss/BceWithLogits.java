package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binary cross-entropy of a sigmoid, computed from the value before the sigmoid (the logit), so that nothing overflows;
 * PyTorch's {@code BCEWithLogitsLoss} with reduction {@code mean}.
 *
 * <pre>
 * loss = 1/M * sum over m of  max(z[m], 0) - z[m] * t[m] + log(1 + exp(-|z[m]|))
 * </pre>
 *
 * which is -t log(p) - (1 - t) log(1 - p) with p = sigmoid(z). With a positive weight w, the part of the positives counts
 * w times: -w t log(p) - (1 - t) log(1 - p), which adds (w - 1) * t[m] * -log(p[m]) to each term.
 *
 * <p><b>Shapes</b>: z and t of any one shape with M elements, loss [] (a scalar). Targets are from 0 to 1. The positive
 * weight is a scalar, [1], or has the last axes of z: [C] for z [N, C].
 *
 * <p><b>Gradient</b>: d(loss)/dz[m] = (sigmoid(z[m]) - t[m] - (w - 1) * t[m] * (1 - sigmoid(z[m]))) / M, times the
 * gradient of the loss. Targets and weights take none.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 6.2.2.2.
 */
public final class BceWithLogits implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer z, Buffer t, @Nullable Buffer w, Buffer loss);

        void backward(Buffer gradLoss, Buffer z, Buffer t, @Nullable Buffer w, Buffer dz);
    }

    private static final KernelPair<Kernels> KERNELS =
            new KernelPair<>(BceWithLogitsJava::new, BceWithLogitsOpenCl::new);

    private BceWithLogits() {}

    /**
     * The mean loss.
     *
     * @param logits any shape
     * @param targets the same shape, values from 0 to 1
     * @return a scalar
     * @throws IllegalArgumentException if the shapes differ, or the targets ask for a gradient
     */
    public static Tensor bceWithLogits(Tensor logits, Tensor targets) {
        refuseGradient("targets", targets);
        return Op.apply(new BceWithLogits(), logits, targets);
    }

    /**
     * The mean loss with positives that count more, or less, than negatives.
     *
     * @param logits any shape
     * @param targets the same shape, values from 0 to 1
     * @param positiveWeight one number, or one for each place of the logits' last axes (PyTorch's {@code pos_weight})
     * @return a scalar
     * @throws IllegalArgumentException if the shapes do not fit, or targets or weight ask for a gradient
     */
    public static Tensor bceWithLogits(Tensor logits, Tensor targets, Tensor positiveWeight) {
        refuseGradient("targets", targets);
        refuseGradient("positive weights", positiveWeight);
        return Op.apply(new BceWithLogits(), logits, targets, positiveWeight);
    }

    private static void refuseGradient(String what, Tensor tensor) {
        if (tensor.wantsGrad()) {
            throw new IllegalArgumentException("bce_with_logits: " + what + " take no gradient; detach() them");
        }
    }

    @Override
    public String name() {
        return "bce_with_logits";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (!inputs.get(0).equals(inputs.get(1))) {
            throw new IllegalArgumentException(
                    "bce_with_logits: targets must have the logits' shape " + inputs.get(0) + ", got " + inputs.get(1));
        }
        if (inputs.size() > 2 && !fitsLastAxes(inputs.get(2), inputs.get(0))) {
            throw new IllegalArgumentException("bce_with_logits: the positive weight must be one number or have the"
                    + " last axes of logits " + inputs.get(0) + ", got " + inputs.get(2));
        }
        return Shape.of();
    }

    private static boolean fitsLastAxes(Shape weight, Shape logits) {
        if (weight.elements() == 1) {
            return true;
        }
        int[] all = logits.toArray();
        int[] own = weight.toArray();
        return own.length <= all.length
                && Arrays.equals(own, Arrays.copyOfRange(all, all.length - own.length, all.length));
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), inputs.get(1), weight(inputs), out);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dz = gradInputs[0];
        if (dz != null) {
            device.kernels(KERNELS).backward(gradOut, inputs.get(0), inputs.get(1), weight(inputs), dz);
        }
    }

    private static @Nullable Buffer weight(List<Buffer> inputs) {
        return inputs.size() > 2 ? inputs.get(2) : null;
    }
}
