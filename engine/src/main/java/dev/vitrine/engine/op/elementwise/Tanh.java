package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Hyperbolic tangent: from any number to between -1 and 1.
 *
 * <pre>
 * y = (exp(x) - exp(-x)) / (exp(x) + exp(-x))
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g * (1 - y^2).
 *
 * <p>The loops are in {@link TanhJava}; the kernels in {@code tanh.cl}.
 *
 * <p>PyTorch: {@code torch.tanh}. Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 6.3.2.
 */
public final class Tanh extends UnaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(TanhJava::new, TanhOpenCl::new);

    private Tanh() {
        super("tanh", KERNELS);
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor tanh(Tensor x) {
        return Op.apply(new Tanh(), x);
    }
}
