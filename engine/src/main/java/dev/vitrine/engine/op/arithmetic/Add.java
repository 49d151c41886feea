package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Sum of two arrays.
 *
 * <pre>
 * y[i] = a[i] + b[i]
 * </pre>
 *
 * <p><b>Shapes</b>: a and b any two that broadcast by NumPy's rules, y their common shape of at most 8 axes.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/da[i] = g[i]
 * d(loss)/db[i] = g[i]
 * </pre>
 *
 * summed over the positions at which an element is read.
 *
 * <p>The loops are in {@link AddJava}; the kernels in {@code add.cl}.
 *
 * <p>NumPy: {@code numpy.add}; PyTorch: {@code torch.add}.
 */
public final class Add extends BinaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(AddJava::new, AddOpenCl::new);

    private Add(Tensor a, Tensor b) {
        super("add", KERNELS, a, b);
    }

    /**
     * Applies the function to every pair of elements.
     *
     * @throws IllegalArgumentException naming both shapes if they do not broadcast
     */
    public static Tensor add(Tensor a, Tensor b) {
        return Op.apply(new Add(a, b), a, b);
    }
}
