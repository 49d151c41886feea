package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Difference of two arrays.
 *
 * <pre>
 * y[i] = a[i] - b[i]
 * </pre>
 *
 * <p><b>Shapes</b>: a and b any two that broadcast by NumPy's rules, y their common shape of at most 8 axes.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/da[i] =  g[i]
 * d(loss)/db[i] = -g[i]
 * </pre>
 *
 * summed over the positions at which an element is read.
 *
 * <p>The loops are in {@link SubJava}; the kernels in {@code sub.cl}.
 *
 * <p>NumPy: {@code numpy.subtract}; PyTorch: {@code torch.sub}.
 */
public final class Sub extends BinaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SubJava::new, SubOpenCl::new);

    private Sub(Tensor a, Tensor b) {
        super("sub", KERNELS, a, b);
    }

    /**
     * Applies the function to every pair of elements.
     *
     * @throws IllegalArgumentException naming both shapes if they do not broadcast
     */
    public static Tensor sub(Tensor a, Tensor b) {
        return Op.apply(new Sub(a, b), a, b);
    }
}
