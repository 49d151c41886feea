package dev.vitrine.engine.op.reduce;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum, or the mean, over some axes.
 *
 * <pre>
 * y[o] = 1/D * sum over r of x[o, r]         D = 1 for the sum, the number of terms R for the mean
 * </pre>
 *
 * where o stands for the axes that are kept and r for those that are reduced.
 *
 * <p><b>Shapes</b>: x of any shape; y has the axes that are kept, and with {@link Axes#keepDims()} the reduced ones with
 * size 1. All axes reduced: a scalar.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx[o, r] = g[o] / D.
 *
 * <p>The loops are in {@link SumJava}; the kernels in {@code sum.cl}. PyTorch: {@code torch.sum}, {@code torch.mean}.
 */
public final class Sum implements Op {
    /** What the sum is divided by. */
    private enum Kind {
        SUM,
        MEAN
    }

    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer y, Reduction s, int divisor);

        void backward(Buffer g, Buffer dx, Reduction s, int divisor);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SumJava::new, SumOpenCl::new);

    private final Kind kind;
    private final Reduction sizes;

    private Sum(Kind kind, Shape x, Axes axes) {
        this.kind = kind;
        this.sizes = Reduction.of(name(), x, axes);
    }

    /** The sum of all values, a scalar. */
    public static Tensor sum(Tensor x) {
        return sum(x, Axes.all());
    }

    /**
     * The sum over some axes.
     *
     * @param x any shape
     * @param axes which
     * @throws IllegalArgumentException if x has no such axis, or one is named twice
     */
    public static Tensor sum(Tensor x, Axes axes) {
        return Op.apply(new Sum(Kind.SUM, x.shape(), axes), x);
    }

    /** The mean of all values, a scalar. */
    public static Tensor mean(Tensor x) {
        return mean(x, Axes.all());
    }

    /**
     * The mean over some axes.
     *
     * @param x any shape
     * @param axes which
     * @throws IllegalArgumentException if x has no such axis, or one is named twice
     */
    public static Tensor mean(Tensor x, Axes axes) {
        return Op.apply(new Sum(Kind.MEAN, x.shape(), axes), x);
    }

    @Override
    public String name() {
        return kind == Kind.SUM ? "sum" : "mean";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return sizes.output();
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out, sizes, divisor());
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, dx, sizes, divisor());
        }
    }

    private int divisor() {
        return kind == Kind.SUM ? 1 : sizes.terms();
    }
}
