package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Natural logarithm; minus infinity at 0 and not-a-number below.
 *
 * <pre>
 * y = log(x)
 * </pre>
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx = g / x.
 *
 * <p>The loops are in {@link LogJava}; the kernels in {@code log.cl}.
 *
 * <p>PyTorch: {@code torch.log}.
 */
public final class Log extends UnaryOp {
    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(LogJava::new, LogOpenCl::new);

    private Log() {
        super("log", KERNELS);
    }

    /**
     * Applies the function to every element.
     *
     * @param x of any shape
     * @return of the same shape
     */
    public static Tensor log(Tensor x) {
        return Op.apply(new Log(), x);
    }
}
