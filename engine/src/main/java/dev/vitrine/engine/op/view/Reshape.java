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
 * The same numbers in the same order under another shape.
 *
 * <pre>
 * y[i] = x[i]        i counts all elements in row-major order
 * </pre>
 *
 * <p><b>Shapes</b>: x of any shape, y of any shape with as many elements.
 *
 * <p><b>Gradient</b>: that of y, under the shape of x.
 *
 * <p>PyTorch: {@code torch.reshape}, {@code torch.flatten}. The numbers are copied, where PyTorch shares them.
 */
public final class Reshape implements Op {
    /** The pass that both halves implement, in both directions. */
    interface Kernels {
        void copy(Buffer from, Buffer to);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(ReshapeJava::new, ReshapeOpenCl::new);

    private final Shape shape;

    private Reshape(Shape shape) {
        this.shape = shape;
    }

    /**
     * The same numbers under another shape.
     *
     * @param x any shape
     * @param sizes of the new axes; one of them may be -1 and is then worked out from the others
     * @throws IllegalArgumentException if the number of elements differs
     */
    public static Tensor reshape(Tensor x, int... sizes) {
        return Op.apply(new Reshape(resolve(x.shape(), sizes)), x);
    }

    private static Shape resolve(Shape x, int[] sizes) {
        int open = -1;
        long known = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] == -1 && open < 0) {
                open = axis;
            } else if (sizes[axis] < 1) {
                throw misfit(x, sizes, "sizes are at least 1, and one may be -1");
            } else {
                known = Math.min(known * sizes[axis], Integer.MAX_VALUE);
            }
        }
        int[] resolved = sizes.clone();
        if (open >= 0) {
            resolved[open] = (int) Math.max(1, x.elements() / known);
            known *= resolved[open];
        }
        if (known != x.elements()) {
            throw misfit(x, sizes, x.elements() + " elements do not fit");
        }
        return Shape.of(resolved);
    }

    private static IllegalArgumentException misfit(Shape x, int[] sizes, String why) {
        return new IllegalArgumentException("reshape: " + x + " cannot become " + Arrays.toString(sizes) + ": " + why);
    }

    /** All elements along one axis. */
    public static Tensor flatten(Tensor x) {
        return reshape(x, x.shape().elements());
    }

    /**
     * All axes from {@code firstAxis} on as one: {@code flatten(x, 1)} makes [N, C, L] to [N, C * L].
     *
     * @param firstAxis negative counts from the end
     * @throws IllegalArgumentException if x has no such axis
     */
    public static Tensor flatten(Tensor x, int firstAxis) {
        Along axis = Along.axis("flatten", x.shape(), firstAxis);
        int[] sizes = Arrays.copyOf(x.shape().toArray(), axis.axis() + 1);
        sizes[axis.axis()] = axis.size() * axis.inner();
        return reshape(x, sizes);
    }

    @Override
    public String name() {
        return "reshape";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return shape;
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).copy(inputs.get(0), out);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).copy(gradOut, dx);
        }
    }
}
