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
 * Every {@code step}-th place along one axis, from {@code start} to before {@code end}.
 *
 * <pre>
 * y[o, i, n] = x[o, start + i * step, n]
 * </pre>
 *
 * with x seen along the axis as [outer, size, inner].
 *
 * <p><b>Shapes</b>: x of any shape with at least one axis; y has (end - start - 1) / step + 1 places along the axis,
 * rounded down.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx[o, start + i * step, n] = g[o, i, n], and 0 at all other places.
 *
 * <p>PyTorch and NumPy: {@code x[:, start:end:step]}. A negative start or end counts from the end of the axis; unlike
 * there, one that lies outside is refused and not cut. The numbers are copied, where PyTorch shares them.
 */
public final class Slice implements Op {
    /**
     * Where the places lie.
     *
     * @param x the array along the axis
     * @param start the first place
     * @param step from place to place
     * @param count places
     */
    record Places(Along x, int start, int step, int count) {}

    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer y, Places p);

        void backward(Buffer g, Buffer dx, Places p);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SliceJava::new, SliceOpenCl::new);

    private final Places places;

    private Slice(Places places) {
        this.places = places;
    }

    /** Every place from {@code start} to before {@code end}; see {@link #slice(Tensor, int, int, int, int)}. */
    public static Tensor slice(Tensor x, int axis, int start, int end) {
        return slice(x, axis, start, end, 1);
    }

    /**
     * Every {@code step}-th place along an axis.
     *
     * @param x any shape with at least one axis
     * @param axis negative counts from the end
     * @param start the first place, from 0; negative counts from the end of the axis
     * @param end the place to stop before, up to the size; negative counts from the end of the axis
     * @param step at least 1
     * @throws IllegalArgumentException if x has no such axis, or start and end hold no place of it
     */
    public static Tensor slice(Tensor x, int axis, int start, int end, int step) {
        Along along = Along.axis("slice", x.shape(), axis);
        int first = start < 0 ? start + along.size() : start;
        int stop = end < 0 ? end + along.size() : end;
        if (first < 0 || stop > along.size() || first >= stop) {
            throw new IllegalArgumentException("slice: " + start + " to " + end + " holds no places of axis " + axis
                    + " of x " + x.shape() + ", or some that are not there; it has places 0 to " + (along.size() - 1)
                    + ", and the end is not included");
        }
        if (step < 1) {
            throw new IllegalArgumentException("slice: step must be at least 1, got " + step);
        }
        return Op.apply(new Slice(new Places(along, first, step, (stop - first - 1) / step + 1)), x);
    }

    @Override
    public String name() {
        return "slice";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return places.x().resized(inputs.get(0), places.count());
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out, places);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, dx, places);
        }
    }
}
