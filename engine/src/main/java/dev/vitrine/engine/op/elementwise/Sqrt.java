package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Square root; not-a-number below 0.
 *
 * <pre>
 * y = sqrt(x)
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g / (2 * y). At x = 0 that is infinite, as in PyTorch: add
 * something small under a root that can be 0.
 *
 * <p>The loops are in {@link SqrtJava}; the kernels in {@code sqrt.cl}.
 *
 * <p>PyTorch: {@code torch.sqrt}.
 */
public final class Sqrt extends UnaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(SqrtJava::new, SqrtOpenCl::new);

    private Sqrt() {
        super("sqrt", KERNELS);
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor sqrt(Tensor x) {
        return Op.apply(new Sqrt(), x);
    }
}
