package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Product of two arrays, element by element.
 *
 * <pre>
 * y[i] = a[i] * b[i]
 * </pre>
 *
 * <p><b>Shapes</b>: a and b any two that broadcast by NumPy's rules, y their common shape of at most 8 axes.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/da[i] = g[i] * b[i]
 * d(loss)/db[i] = g[i] * a[i]
 * </pre>
 *
 * summed over the positions at which an element is read.
 *
 * <p>The loops are in {@link MulJava}; the kernels in {@code mul.cl}.
 *
 * <p>NumPy: {@code numpy.multiply}; PyTorch: {@code torch.mul}.
 */
public final class Mul extends BinaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(MulJava::new, MulOpenCl::new);

    private Mul(Tensor a, Tensor b) {
        super("mul", KERNELS, a, b);
    }

    /**
     * Applies the function to every pair of elements.
     *
     * @throws IllegalArgumentException naming both shapes if they do not broadcast
     */
    public static Tensor mul(Tensor a, Tensor b) {
        return Op.apply(new Mul(a, b), a, b);
    }
}
