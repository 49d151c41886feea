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
 * Rectified linear unit.
 *
 * <pre>
 * y = x where x &gt; 0, else 0
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g where y &gt; 0, else 0; so it is 0 at x = 0, as in PyTorch.
 * Not-a-number stays not-a-number, so that a run that has gone wrong shows.
 *
 * <p>The loops are in {@link ReluJava}; the kernels in {@code relu.cl}.
 *
 * <p>Source: Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML 2010.
 */
public final class Relu implements Op {
    /** The passes that both halves implement; both need the output only, not the input. */
    interface Kernels {
        void forward(Buffer x, Buffer y);

        void backward(Buffer g, Buffer y, Buffer dx);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(ReluJava::new, ReluOpenCl::new);

    private Relu() {}

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor relu(Tensor x) {
        return Op.apply(new Relu(), x);
    }

    @Override
    public String name() {
        return "relu";
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
