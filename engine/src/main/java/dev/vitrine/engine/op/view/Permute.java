package dev.vitrine.engine.op.view;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The axes in another order.
 *
 * <pre>
 * y[i0, i1, ...] = x[j0, j1, ...]    with  j[axes[k]] = i[k]
 * </pre>
 *
 * Axis k of y is axis {@code axes[k]} of x, as in PyTorch and NumPy.
 *
 * <p><b>Shapes</b>: x of up to {@value #MOST_AXES} axes; y the same sizes in the new order.
 *
 * <p><b>Gradient</b>: that of y, with the axes put back.
 *
 * <p>PyTorch: {@code torch.permute}, {@code torch.transpose}. The numbers are copied, where PyTorch shares them.
 */
public final class Permute implements Op {
    /** Kernels take sizes and strides as an {@code int8} each. */
    static final int MOST_AXES = 8;

    /** The pass that both halves implement, in both directions. */
    interface Kernels {
        /**
         * Writes {@code to} in row-major order.
         *
         * @param sizes of the axes of {@code to}, {@link #MOST_AXES} of them; the outer ones are 1 where there are fewer
         * @param strides how far neighbours along each of these axes lie apart in {@code from}
         */
        void gather(Buffer from, Buffer to, int[] sizes, int[] strides);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(PermuteJava::new, PermuteOpenCl::new);

    private final Shape x;
    private final int[] axes;

    private Permute(Shape x, int[] axes) {
        this.x = x;
        this.axes = axes;
    }

    /**
     * The axes in another order.
     *
     * @param x up to 8 axes
     * @param axes every axis of x once; negative counts from the end
     * @throws IllegalArgumentException if the axes are not those of x
     */
    public static Tensor permute(Tensor x, int... axes) {
        Shape shape = x.shape();
        if (shape.rank() > MOST_AXES) {
            throw new IllegalArgumentException("permute: at most " + MOST_AXES + " axes, got " + shape);
        }
        int[] order = Arrays.stream(axes)
                .map(axis -> Along.index("permute", shape, axis))
                .toArray();
        if (order.length != shape.rank() || Arrays.stream(order).distinct().count() != shape.rank()) {
            throw new IllegalArgumentException(
                    "permute: wants each axis of x " + shape + " once, got " + Arrays.toString(axes));
        }
        return Op.apply(new Permute(shape, order), x);
    }

    /**
     * Two axes exchanged.
     *
     * @param a negative counts from the end
     * @param b negative counts from the end
     * @throws IllegalArgumentException if x has no such axis
     */
    public static Tensor transpose(Tensor x, int a, int b) {
        int first = Along.index("transpose", x.shape(), a);
        int second = Along.index("transpose", x.shape(), b);
        int[] axes = IntStream.range(0, x.shape().rank()).toArray();
        axes[first] = second;
        axes[second] = first;
        return permute(x, axes);
    }

    @Override
    public String name() {
        return "permute";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(Arrays.stream(axes).map(x::size).toArray());
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        gather(device, inputs.get(0), x, axes, out);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            int[] back = new int[axes.length];
            for (int k = 0; k < axes.length; k++) {
                back[axes[k]] = k;
            }
            gather(device, gradOut, outputShape(List.of(x)), back, dx);
        }
    }

    private static void gather(Device device, Buffer from, Shape shape, int[] order, Buffer to) {
        int[] sizes = new int[MOST_AXES];
        int[] strides = new int[MOST_AXES];
        Arrays.fill(sizes, 1);
        int[] own = strides(shape);
        for (int k = 0; k < order.length; k++) {
            int slot = MOST_AXES - order.length + k;
            sizes[slot] = shape.size(order[k]);
            strides[slot] = own[order[k]];
        }
        device.kernels(KERNELS).gather(from, to, sizes, strides);
    }

    private static int[] strides(Shape shape) {
        int[] strides = new int[shape.rank()];
        int stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.size(axis);
        }
        return strides;
    }
}
