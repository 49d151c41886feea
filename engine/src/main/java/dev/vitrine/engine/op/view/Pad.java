package dev.vitrine.engine.op.view;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constant added before and after along one axis.
 *
 * <pre>
 * y[o, i, n] = x[o, i - before, n]  where that is inside of x, else the constant
 * </pre>
 *
 * with x seen along the axis as [outer, size, inner].
 *
 * <p><b>Shapes</b>: x of any shape with at least one axis; y has before + size + after places along the axis.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx[o, i, n] = g[o, i + before, n].
 *
 * <p>PyTorch: {@code torch.nn.functional.pad} with mode {@code constant}, which takes several axes at once, the last one
 * first, and cuts where a number is negative; here {@link Slice} cuts.
 */
public final class Pad implements Op {
    /** The passes that both halves implement; {@code newSize} is the axis of y. */
    interface Kernels {
        void forward(Buffer x, Buffer y, Along along, int before, int newSize, double constant);

        void backward(Buffer g, Buffer dx, Along along, int before, int newSize);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(PadJava::new, PadOpenCl::new);

    private final Along x;
    private final int before;
    private final int newSize;
    private final double constant;

    private Pad(Along x, int before, int newSize, double constant) {
        this.x = x;
        this.before = before;
        this.newSize = newSize;
        this.constant = constant;
    }

    /** Zeros before and after; see {@link #pad(Tensor, int, int, int, double)}. */
    public static Tensor pad(Tensor x, int axis, int before, int after) {
        return pad(x, axis, before, after, 0);
    }

    /**
     * A constant before and after along an axis.
     *
     * @param x any shape with at least one axis
     * @param axis negative counts from the end
     * @param before places added at the front, at least 0
     * @param after places added at the end, at least 0
     * @param constant what they hold
     * @throws IllegalArgumentException if x has no such axis, or a number is negative
     */
    public static Tensor pad(Tensor x, int axis, int before, int after, double constant) {
        Along along = Along.axis("pad", x.shape(), axis);
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("pad: wants at least 0 places before and after, got " + before + " and "
                    + after + "; slice() cuts");
        }
        return Op.apply(new Pad(along, before, Math.addExact(Math.addExact(before, along.size()), after), constant), x);
    }

    @Override
    public String name() {
        return "pad";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return x.resized(inputs.get(0), newSize);
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out, x, before, newSize, constant);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, dx, x, before, newSize);
        }
    }
}
