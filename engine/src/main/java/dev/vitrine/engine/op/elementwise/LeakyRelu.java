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
 * Leaky rectified linear unit: a small slope where x is negative, so that a gradient still flows.
 *
 * <pre>
 * y = x where x &gt; 0, else slope * x
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g where x &gt; 0, else slope * g; so it is slope * g at
 * x = 0, as in PyTorch.
 *
 * <p>The loops are in {@link LeakyReluJava}; the kernels in {@code leaky_relu.cl}.
 *
 * <p>PyTorch: {@code torch.nn.functional.leaky_relu}. Source: Maas, Hannun and Ng, "Rectifier nonlinearities improve neural
 * network acoustic models", ICML 2013, section 2.
 */
public final class LeakyRelu implements Op {
    /** The passes that both halves implement; both need the input only, not the output. */
    interface Kernels {
        void forward(Buffer x, Buffer y, double negativeSlope);

        void backward(Buffer g, Buffer x, Buffer dx, double negativeSlope);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(LeakyReluJava::new, LeakyReluOpenCl::new);

    private final double negativeSlope;

    private LeakyRelu(double negativeSlope) {
        if (!Double.isFinite(negativeSlope)) {
            throw new IllegalArgumentException("leaky_relu: the negative slope must be finite, got " + negativeSlope);
        }
        this.negativeSlope = negativeSlope;
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @param negativeSlope the factor below 0; 0.01 is customary
     * @return of the same shape
     * @throws IllegalArgumentException if the slope is not finite
     */
    public static Tensor leakyRelu(Tensor x, double negativeSlope) {
        return Op.apply(new LeakyRelu(negativeSlope), x);
    }

    @Override
    public String name() {
        return "leaky_relu";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out, negativeSlope);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, inputs.get(0), dx, negativeSlope);
        }
    }
}
