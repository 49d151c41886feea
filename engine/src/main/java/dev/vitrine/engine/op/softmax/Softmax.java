package dev.vitrine.engine.op.softmax;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Scores become probabilities: all positive, with a sum of 1 along an axis.
 *
 * <pre>
 * y[d] = exp(x[d]) / sum over e of exp(x[e])        d, e along the axis
 * </pre>
 *
 * <p>The largest x of the line is taken from all of them first. That changes nothing in the quotient, and exp never
 * overflows.
 *
 * <p><b>Shapes</b>: x and y the same, any with at least one axis.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy, along the same axis:
 *
 * <pre>
 * d(loss)/dx[d] = y[d] * (g[d] - sum over e of  g[e] * y[e])
 * </pre>
 *
 * The loops are in {@link SoftmaxJava}; the kernels in {@code softmax.cl}.
 *
 * <p>PyTorch: {@code torch.softmax}. Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, sections 4.1 and
 * 6.2.2.3.
 */
public final class Softmax extends SoftmaxOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SoftmaxJava::new, SoftmaxOpenCl::new);

    private Softmax(Tensor x, int axis) {
        super("softmax", KERNELS, x, axis);
    }

    /**
     * Applies the function to every line along an axis.
     *
     * @param x at least one axis
     * @param axis from 0 for the outermost, or from -1 for the last
     * @return of the same shape
     * @throws IllegalArgumentException if x has no such axis
     */
    public static Tensor softmax(Tensor x, int axis) {
        return Op.apply(new Softmax(x, axis), x);
    }
}
