package dev.vitrine.engine.op.reduce;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The largest value over some axes, and where it is.
 *
 * <pre>
 * y[o] = max over r of x[o, r]               argmax[o] = the first r with x[o, r] = y[o]
 * </pre>
 *
 * where o stands for the axes that are kept and r for those that are reduced, counted in row-major order. Not-a-number
 * counts as larger than every number, so it is not hidden.
 *
 * <p><b>Shapes</b>: x of any shape; y has the axes that are kept, and with {@link Axes#keepDims()} the reduced ones with
 * size 1.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy. Where several elements are equally large, PyTorch has two answers, and so has
 * this:
 *
 * <ul>
 *   <li>{@link #amax} over any axes, and {@link #max(Tensor)} over everything, share: d(loss)/dx[o, r] = g[o] / (the
 *       number of largest elements) for each of them;
 *   <li>{@link #max(Tensor, int)} over one axis gives all to the first: d(loss)/dx[o, argmax[o]] = g[o].
 * </ul>
 *
 * <p>The argmax has no gradient. PyTorch's {@code argmax} takes one axis or all; this one takes any, and numbers the
 * elements as if the reduced axes had been flattened in their order.
 *
 * <p>The loops are in {@link MaxJava}; the kernels in {@code max.cl}. PyTorch: {@code torch.amax}, {@code torch.max},
 * {@code torch.argmax}.
 */
public final class Max implements Op {
    /** Who gets the gradient where several elements are equally large. */
    private enum Ties {
        SHARED,
        FIRST
    }

    /** The passes that both halves implement; {@code index} holds the argmax of each output. */
    interface Kernels {
        void forward(Buffer x, Buffer y, Buffer index, Reduction s);

        void backwardShared(Buffer g, Buffer x, Buffer y, Buffer dx, Reduction s);

        void backwardFirst(Buffer g, Buffer index, Buffer dx, Reduction s);
    }

    /** The whole numbers up to here are exact in float32. */
    private static final int LARGEST_INDEX = 1 << 24;

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(MaxJava::new, MaxOpenCl::new);

    private final Ties ties;
    private final Reduction sizes;
    private @Nullable Buffer index;

    private Max(Ties ties, Shape x, Axes axes) {
        this.ties = ties;
        this.sizes = Reduction.of(name(), x, axes);
    }

    /**
     * The largest value over some axes; equally large ones share the gradient.
     *
     * @param x any shape
     * @param axes which
     * @throws IllegalArgumentException if x has no such axis, or one is named twice
     */
    public static Tensor amax(Tensor x, Axes axes) {
        return Op.apply(new Max(Ties.SHARED, x.shape(), axes), x);
    }

    /** The largest of all values, a scalar; equally large ones share the gradient. */
    public static Tensor max(Tensor x) {
        return amax(x, Axes.all());
    }

    /**
     * The largest value along one axis, which is dropped; the first of equally large ones gets the whole gradient.
     *
     * @param x any shape
     * @param axis negative counts from the end
     * @throws IllegalArgumentException if x has no such axis, or it is longer than 2^24
     */
    public static Tensor max(Tensor x, int axis) {
        Max op = new Max(Ties.FIRST, x.shape(), Axes.of(axis));
        requireExactIndex(op.name(), op.sizes);
        return Op.apply(op, x);
    }

    /**
     * Where the largest value is: the index of the first one, as a whole number. Nothing is recorded for backward.
     *
     * @param x any shape
     * @param axes which; with more than one, they are counted as if flattened
     * @throws IllegalArgumentException if x has no such axis, one is named twice, or they hold more than 2^24 elements
     */
    public static Tensor argmax(Tensor x, Axes axes) {
        Reduction sizes = Reduction.of("argmax", x.shape(), axes);
        requireExactIndex("argmax", sizes);
        Device device = x.device();
        Buffer largest = device.allocate(sizes.outputs());
        Buffer index = device.allocate(sizes.outputs());
        device.kernels(KERNELS).forward(x.buffer(), largest, index, sizes);
        largest.release();
        return Tensor.of(device, sizes.output(), index);
    }

    static void requireExactIndex(String op, Reduction sizes) {
        if (sizes.terms() > LARGEST_INDEX) {
            throw new IllegalArgumentException(op + ": " + sizes.terms() + " elements cannot be told apart by index; "
                    + LARGEST_INDEX + " can, because an index is a float32");
        }
    }

    @Override
    public String name() {
        return ties == Ties.SHARED ? "amax" : "max";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return sizes.output();
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        index = device.allocate(out.size());
        device.kernels(KERNELS).forward(inputs.get(0), out, index, sizes);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            Kernels kernels = device.kernels(KERNELS);
            switch (ties) {
                case SHARED -> kernels.backwardShared(gradOut, inputs.get(0), out, dx, sizes);
                case FIRST -> kernels.backwardFirst(gradOut, Objects.requireNonNull(index), dx, sizes);
            }
        }
    }
}
