package dev.vitrine.engine.op.dropout;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets each value to zero with probability p and scales the others, so that a network does not lean on single values.
 *
 * <pre>
 * y[i] = x[i] * m[i]        m[i] = 0 with probability p, else 1 / (1 - p)
 * </pre>
 *
 * <p>The factors m follow from seed and step alone: they are the same on every device, and a run that is taken up again
 * at a step drops what the uninterrupted run would have dropped. Nothing is stored between forward and backward.
 *
 * <p><b>Shapes</b>: x and y the same, any.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx[i] = g[i] * m[i].
 *
 * <p>The loop is in {@link DropoutJava}; the kernel in {@code dropout.cl}.
 *
 * <p>PyTorch: {@code torch.nn.functional.dropout} while training; it draws other numbers. Sources: Srivastava et al.,
 * "Dropout", JMLR 15, 2014, section 4; Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011, for
 * generators that count.
 */
public final class Dropout implements Op {
    /** The pass that both halves implement: forward from x to y, backward from g to dx. */
    interface Kernels {
        void multiply(Buffer from, Buffer to, Mask mask);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(DropoutJava::new, DropoutOpenCl::new);

    private final Mask mask;

    private Dropout(Mask mask) {
        this.mask = mask;
    }

    /**
     * Drops values.
     *
     * @param x of any shape
     * @param p the probability of being dropped, from 0 to 1
     * @param seed of this use of dropout: layers that shall drop independently take different ones
     * @param step changes the mask from one training step to the next
     * @return of the same shape
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public static Tensor dropout(Tensor x, double p, long seed, long step) {
        return Op.apply(new Dropout(new Mask(p, seed, step)), x);
    }

    @Override
    public String name() {
        return "dropout";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).multiply(inputs.get(0), out, mask);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).multiply(gradOut, dx, mask);
        }
    }
}
