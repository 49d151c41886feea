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
 * The mean of squared differences; PyTorch's {@code MSELoss} with reduction {@code mean}.
 *
 * <pre>
 * loss = 1/M * sum over m of (x[m] - t[m])^2
 * </pre>
 *
 * <p><b>Shapes</b>: x and t of any one shape with M elements, loss [] (a scalar). Nothing is broadcast.
 *
 * <p><b>Gradient</b>: d(loss)/dx[m] = 2/M * (x[m] - t[m]), times the gradient of the loss; d(loss)/dt[m] is the same
 * with the other sign.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 5.1.4.
 */
public final class MeanSquaredError implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer t, Buffer loss);

        /** The gradient of {@code x}; that of t comes by giving the two in the other order. */
        void backward(Buffer gradLoss, Buffer x, Buffer t, Buffer dx);
    }

    private static final KernelPair<Kernels> KERNELS =
            new KernelPair<>(MeanSquaredErrorJava::new, MeanSquaredErrorOpenCl::new);

    private MeanSquaredError() {}

    /**
     * The mean of squared differences.
     *
     * @param x any shape
     * @param targets the same shape
     * @return a scalar
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Tensor meanSquaredError(Tensor x, Tensor targets) {
        return Op.apply(new MeanSquaredError(), x, targets);
    }

    @Override
    public String name() {
        return "mean_squared_error";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (!inputs.get(0).equals(inputs.get(1))) {
            throw new IllegalArgumentException(
                    "mean_squared_error: targets must have the shape of x " + inputs.get(0) + ", got " + inputs.get(1));
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
        Buffer dx = gradInputs[0];
        Buffer dt = gradInputs[1];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, inputs.get(0), inputs.get(1), dx);
        }
        if (dt != null) {
            device.kernels(KERNELS).backward(gradOut, inputs.get(1), inputs.get(0), dt);
        }
    }
}
