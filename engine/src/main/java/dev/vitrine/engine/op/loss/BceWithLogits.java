package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
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
 * which is -t log(p) - (1 - t) log(1 - p) with p = sigmoid(z).
 *
 * <p><b>Shapes</b>: z and t of any one shape with M elements, loss [] (a scalar). Targets are from 0 to 1.
 *
 * <p><b>Gradient</b>: d(loss)/dz[m] = (sigmoid(z[m]) - t[m]) / M, times the gradient of the loss. Targets take none.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 6.2.2.2.
 */
public final class BceWithLogits implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer z, Buffer t, Buffer loss);

        void backward(Buffer gradLoss, Buffer z, Buffer t, Buffer dz);
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
        if (targets.wantsGrad()) {
            throw new IllegalArgumentException("bce_with_logits: targets take no gradient; detach() them");
        }
        return Op.apply(new BceWithLogits(), logits, targets);
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
        return Shape.of();
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), inputs.get(1), out);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dz = gradInputs[0];
        if (dz != null) {
            device.kernels(KERNELS).backward(gradOut, inputs.get(0), inputs.get(1), dz);
        }
    }
}
