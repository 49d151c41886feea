package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Power of two arrays, element by element: the base a to the exponent b.
 *
 * <pre>
 * y[i] = a[i] ^ b[i]
 * </pre>
 *
 * <p><b>Shapes</b>: a and b any two that broadcast by NumPy's rules, y their common shape of at most 8 axes.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/da[i] = g[i] * b[i] * a[i]^(b[i] - 1)     0 where b[i] = 0
 * d(loss)/db[i] = g[i] * a[i]^b[i] * log(a[i])     0 where a[i] = 0 and b[i] &gt;= 0
 * </pre>
 *
 * summed over the positions at which an element is read. Both exceptions are PyTorch's. 0^0 is 1.
 * A negative base to an exponent that is not whole gives not-a-number.
 *
 * <p>The loops are in {@link PowJava}; the kernels in {@code pow.cl}.
 *
 * <p>NumPy: {@code numpy.power}; PyTorch: {@code torch.pow}.
 */
public final class Pow extends BinaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(PowJava::new, PowOpenCl::new);

    private Pow(Tensor a, Tensor b) {
        super("pow", KERNELS, a, b);
    }

    /**
     * Applies the function to every pair of elements.
     *
     * @throws IllegalArgumentException naming both shapes if they do not broadcast
     */
    public static Tensor pow(Tensor a, Tensor b) {
        return Op.apply(new Pow(a, b), a, b);
    }
}
