package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Exponential function.
 *
 * <pre>
 * y = e^x
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g * y.
 *
 * <p>The loops are in {@link ExpJava}; the kernels in {@code exp.cl}.
 *
 * <p>PyTorch: {@code torch.exp}.
 */
public final class Exp extends UnaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(ExpJava::new, ExpOpenCl::new);

    private Exp() {
        super("exp", KERNELS);
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor exp(Tensor x) {
        return Op.apply(new Exp(), x);
    }
}
