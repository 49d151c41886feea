package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Repeats an array to a larger shape by NumPy's rules: shapes are aligned at their last axis, and an axis that is
 * missing or of size 1 repeats.
 *
 * <pre>
 * y[i] = x[position i with every repeated axis at 0]
 * </pre>
 *
 * <p><b>Shapes</b>: x any, y the shape asked for, of at most 8 axes.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx[j] is the sum of g[i] over all i that read x[j], in one fixed
 * order.
 *
 * <p>The loops are in {@link BroadcastToJava}; the kernels in {@code broadcast_to.cl}. Other ops of this room need no
 * repeated copy: they read across the repetitions, and take the sum of this op's gradient.
 *
 * <p>NumPy: {@code numpy.broadcast_to}; PyTorch: {@code Tensor.expand}, which makes no copy.
 */
public final class BroadcastTo implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer y, Broadcast shapes);

        void backward(Buffer g, Buffer dx, Broadcast shapes);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(BroadcastToJava::new, BroadcastToOpenCl::new);

    private final Broadcast shapes;

    private BroadcastTo(Broadcast shapes) {
        this.shapes = shapes;
    }

    /**
     * Repeats x.
     *
     * @param x of any shape
     * @param shape at most 8 axes
     * @return of that shape
     * @throws IllegalArgumentException if x does not repeat to that shape
     */
    public static Tensor broadcastTo(Tensor x, Shape shape) {
        return Op.apply(new BroadcastTo(Broadcast.to("broadcast_to", x.shape(), shape)), x);
    }

    /** Sums g over repetitions: the gradient of what has been repeated. */
    static void sum(Device device, Buffer g, Buffer dx, Broadcast shapes) {
        device.kernels(KERNELS).backward(g, dx, shapes);
    }

    @Override
    public String name() {
        return "broadcast_to";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return shapes.shape();
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out, shapes);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            sum(device, gradOut, dx, shapes);
        }
    }
}
