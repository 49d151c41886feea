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
 * Keeps values within bounds.
 *
 * <pre>
 * y = min where x &lt; min,  max where x &gt; max,  else x
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g where min &lt;= x &lt;= max, else 0; so it is g at the
 * bounds themselves, as in PyTorch. Not-a-number stays not-a-number.
 *
 * <p>The loops are in {@link ClampJava}; the kernels in {@code clamp.cl}.
 *
 * <p>PyTorch: {@code torch.clamp}, which gives {@code max} everywhere if {@code min} is above it; here that is
 * refused.
 */
public final class Clamp implements Op {
    /** The passes that both halves implement; both need the input only, not the output. */
    interface Kernels {
        void forward(Buffer x, Buffer y, double min, double max);

        void backward(Buffer g, Buffer x, Buffer dx, double min, double max);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(ClampJava::new, ClampOpenCl::new);

    private final double min;
    private final double max;

    private Clamp(double min, double max) {
        if (!(min <= max)) {
            throw new IllegalArgumentException("clamp: min must not be above max, got " + min + " and " + max);
        }
        this.min = min;
        this.max = max;
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @param min the least that stays; {@link Double#NEGATIVE_INFINITY} for none
     * @param max the most that stays, not below {@code min}; {@link Double#POSITIVE_INFINITY} for none
     * @return of the same shape
     * @throws IllegalArgumentException if {@code min} is above {@code max}, or one of them is not a number
     */
    public static Tensor clamp(Tensor x, double min, double max) {
        return Op.apply(new Clamp(min, max), x);
    }

    @Override
    public String name() {
        return "clamp";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out, min, max);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, inputs.get(0), dx, min, max);
        }
    }
}
