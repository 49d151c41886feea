package dev.vitrine.engine.op.own;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gaussian error linear unit, in the form with tanh.
 *
 * <pre>
 * y = x / 2 * (1 + tanh(u))        u = sqrt(2/pi) * (x + 0.044715 * x^3)
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy and t = tanh(u):
 *
 * <pre>
 * d(loss)/dx = g * (1/2 * (1 + t) + x / 2 * (1 - t^2) * du/dx)        du/dx = sqrt(2/pi) * (1 + 3 * 0.044715 * x^2)
 * </pre>
 *
 * <p>Source: Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016, section 2.
 */
final class Gelu implements Op {
    interface Kernels {
        void forward(Buffer x, Buffer y);

        void backward(Buffer g, Buffer x, Buffer dx);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(GeluJava::new, GeluOpenCl::new);

    private Gelu() {}

    static Tensor gelu(Tensor x) {
        return Op.apply(new Gelu(), x);
    }

    @Override
    public String name() {
        return "gelu";
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
            device.kernels(KERNELS).backward(gradOut, inputs.get(0), dx);
        }
    }
}
