package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Magnitude.
 *
 * <pre>
 * y = |x|
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g where x &gt; 0, -g where x &lt; 0, and 0 at x = 0, as in
 * PyTorch.
 *
 * <p>The loops are in {@link AbsJava}; the kernels in {@code abs.cl}.
 *
 * <p>PyTorch: {@code torch.abs}.
 */
public final class Abs extends UnaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(AbsJava::new, AbsOpenCl::new);

    private Abs() {
        super("abs", KERNELS);
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor abs(Tensor x) {
        return Op.apply(new Abs(), x);
    }
}
