package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * The opposite number.
 *
 * <pre>
 * y = -x
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = -g.
 *
 * <p>The loops are in {@link NegJava}; the kernels in {@code neg.cl}.
 *
 * <p>PyTorch: {@code torch.neg}.
 */
public final class Neg extends UnaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(NegJava::new, NegOpenCl::new);

    private Neg() {
        super("neg", KERNELS);
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor neg(Tensor x) {
        return Op.apply(new Neg(), x);
    }
}
