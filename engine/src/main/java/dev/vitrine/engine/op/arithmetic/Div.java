package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Quotient of two arrays, element by element.
 *
 * <pre>
 * y[i] = a[i] / b[i]
 * </pre>
 *
 * <p><b>Shapes</b>: a and b any two that broadcast by NumPy's rules, y their common shape of at most 8 axes.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/da[i] =  g[i] / b[i]
 * d(loss)/db[i] = -g[i] * a[i] / b[i]^2
 * </pre>
 *
 * summed over the positions at which an element is read.
 * A division by zero gives infinity, and 0 / 0 not-a-number, as in PyTorch.
 *
 * <p>The loops are in {@link DivJava}; the kernels in {@code div.cl}.
 *
 * <p>NumPy: {@code numpy.divide}; PyTorch: {@code torch.div}.
 */
public final class Div extends BinaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(DivJava::new, DivOpenCl::new);

    private Div(Tensor a, Tensor b) {
        super("div", KERNELS, a, b);
    }

    /**
     * Applies the function to every pair of elements.
     *
     * @throws IllegalArgumentException naming both shapes if they do not broadcast
     */
    public static Tensor div(Tensor a, Tensor b) {
        return Op.apply(new Div(a, b), a, b);
    }
}
