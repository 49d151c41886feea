package dev.vitrine.engine.op.view;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several arrays one after the other along one axis.
 *
 * <pre>
 * y = [x0, x1, ...]      y[o, i, n] = xk[o, i - first(k), n]   with first(k) = the sizes of all arrays before k, added
 * </pre>
 *
 * with each array seen along the axis as [outer, size, inner].
 *
 * <p><b>Shapes</b>: arrays that differ along the axis at most; y has the sum of their sizes there.
 *
 * <p><b>Gradient</b>: each array takes its part of that of y.
 *
 * <p>PyTorch: {@code torch.cat}.
 */
public final class Concat implements Op {
    /** The passes that both halves implement: {@code outer} blocks of one array to and from their places in y. */
    interface Kernels {
        /** whole[o, first + k] = part[o, k] for k from 0 to block - 1, in rows of {@code length}. */
        void put(Buffer part, Buffer whole, int outer, int block, int first, int length);

        /** part[o, k] = whole[o, first + k]. */
        void take(Buffer whole, Buffer part, int outer, int block, int first, int length);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(ConcatJava::new, ConcatOpenCl::new);

    private final Along y;
    private final Shape shape;
    private final int[] sizes;

    private Concat(Along y, Shape shape, int[] sizes) {
        this.y = y;
        this.shape = shape;
        this.sizes = sizes;
    }

    /**
     * Several arrays one after the other.
     *
     * @param axis negative counts from the end
     * @param parts at least one; all sizes but that of the axis are equal
     * @throws IllegalArgumentException if there is no such axis, or the shapes do not fit
     */
    public static Tensor concat(int axis, Tensor... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("concat: wants at least one array, got none");
        }
        Shape first = parts[0].shape();
        Along along = Along.axis("concat", first, axis);
        int[] sizes = new int[parts.length];
        for (int k = 0; k < parts.length; k++) {
            Shape part = parts[k].shape();
            if (part.rank() != first.rank()
                    || !along.resized(part, along.size()).equals(first)) {
                throw new IllegalArgumentException("concat: array " + k + " must have the shape of array 0 " + first
                        + " in all axes but " + axis + ", got " + part);
            }
            sizes[k] = part.size(axis);
        }
        Shape whole = along.resized(first, Arrays.stream(sizes).reduce(0, Math::addExact));
        return Op.apply(new Concat(Along.axis("concat", whole, axis), whole, sizes), parts);
    }

    @Override
    public String name() {
        return "concat";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return shape;
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        int first = 0;
        for (int k = 0; k < sizes.length; k++) {
            int block = sizes[k] * y.inner();
            device.kernels(KERNELS).put(inputs.get(k), out, y.outer(), block, first, y.size() * y.inner());
            first += block;
        }
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        int first = 0;
        for (int k = 0; k < sizes.length; k++) {
            int block = sizes[k] * y.inner();
            Buffer dx = gradInputs[k];
            if (dx != null) {
                device.kernels(KERNELS).take(gradOut, dx, y.outer(), block, first, y.size() * y.inner());
            }
            first += block;
        }
    }
}
