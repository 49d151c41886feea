package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logistic function: from a logit to a probability.
 *
 * <pre>
 * y = 1 / (1 + exp(-x)) = exp(x) / (1 + exp(x))
 * </pre>
 *
 * <p>The first form is taken where x &gt;= 0 and the second elsewhere, so that exp never overflows and small
 * probabilities keep all their digits.
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g * y * (1 - y).
 *
 * <p>The loops are in {@link SigmoidJava}; the kernels in {@code sigmoid.cl}.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 3.10.
 */
public final class Sigmoid implements Op {
    /** The passes that both halves implement; both need the output only, not the input. */
    interface Kernels {
        void forward(Buffer x, Buffer y);

        void backward(Buffer g, Buffer y, Buffer dx);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SigmoidJava::new, SigmoidOpenCl::new);

    private Sigmoid() {}

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor sigmoid(Tensor x) {
        return Op.apply(new Sigmoid(), x);
    }

    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, out, dx);
        }
    }
}
