package dev.vitrine.engine.op.softmax;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Scores become logarithms of probabilities whose sum along an axis is 1.
 *
 * <pre>
 * y[d] = x[d] - log(sum over e of exp(x[e]))        d, e along the axis
 * </pre>
 *
 * <p>The largest x of the line is taken from all of them first, so that exp never overflows; and small probabilities keep
 * their digits, which the logarithm of a softmax would lose.
 *
 * <p><b>Shapes</b>: x and y the same, any with at least one axis.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy, along the same axis:
 *
 * <pre>
 * d(loss)/dx[d] = g[d] - exp(y[d]) * sum over e of  g[e]
 * </pre>
 *
 * The loops are in {@link LogSoftmaxJava}; the kernels in {@code log_softmax.cl}.
 *
 * <p>PyTorch: {@code torch.log_softmax}. Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 6.2.2.3.
 */
public final class LogSoftmax extends SoftmaxOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(LogSoftmaxJava::new, LogSoftmaxOpenCl::new);

    private LogSoftmax(Tensor x, int axis) {
        super("log_softmax", KERNELS, x, axis);
    }

    /**
     * Applies the function to every line along an axis.
     *
     * @param x at least one axis
     * @param axis from 0 for the outermost, or from -1 for the last
     * @return of the same shape
     * @throws IllegalArgumentException if x has no such axis
     */
    public static Tensor logSoftmax(Tensor x, int axis) {
        return Op.apply(new LogSoftmax(x, axis), x);
    }
}
