package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Max pooling: the largest value in each window that slides along L, or along H and W.
 *
 * <pre>
 * y[n, c, l]    = max over k    of  x[n, c, l * stride + k * dilation - before]
 * y[n, c, h, w] = max over p, q of  x[n, c, h * stride + p * dilation - before, w * stride + q * dilation - before]
 * </pre>
 *
 * <p>Padding never wins. Of equal values the first wins; not-a-number wins over all numbers, and of several the last.
 *
 * <p><b>Shapes</b>: x [N, C, L], y [N, C, L'] or x [N, C, H, W], y [N, C, H', W'], each with
 * {@link Window#outputLength}.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: each g goes to the value that won its window; where windows overlap, a value
 * may win several times.
 *
 * <pre>
 * d(loss)/dx[n, c, i] = sum over all l whose window i won of  g[n, c, l]
 * </pre>
 *
 * <p>The loops are in {@link MaxPoolJava}; the kernels in {@code maxpool.cl}. A row is computed as an image of height 1.
 *
 * <p>A window whose dilated taps all fall into the padding gives minus infinity and passes no gradient, as in PyTorch.
 * The window may be padded by at most half of its extent. PyTorch's layers have a stride as long as the kernel unless
 * told otherwise; here the {@link Window} says.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 9.3.
 */
public final class MaxPool implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        /** Writes y, and which tap p * KW + q won each window: -1 where a window saw no value. */
        void forward(Buffer x, Buffer y, Buffer won, PoolSizes sizes);

        /** Writes dx. */
        void backward(Buffer g, Buffer won, Buffer dx, PoolSizes sizes);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(MaxPoolJava::new, MaxPoolOpenCl::new);

    private final String name;
    private final PoolSizes sizes;
    private final Shape output;
    private @Nullable Buffer won;

    private MaxPool(String name, PoolSizes sizes, Shape output) {
        this.name = name;
        this.sizes = sizes;
        this.output = output;
    }

    /**
     * Takes the largest value of each window along L.
     *
     * @param x [N, C, L]
     * @param window kernel size, stride, padding, dilation
     * @return [N, C, L']
     * @throws IllegalArgumentException if x has not three axes, the padding is more than half of the window, or the
     *     window is longer than the padded input
     */
    public static Tensor maxPool1d(Tensor x, Window window) {
        PoolSizes s = PoolSizes.of("max_pool_1d", x.shape(), window);
        Shape output = Shape.of(s.n(), s.c(), s.columns().outputLength());
        return Op.apply(new MaxPool("max_pool_1d", s, output), x);
    }

    /**
     * Takes the largest value of each window along H and W.
     *
     * @param x [N, C, H, W]
     * @param window kernel size, stride, padding, dilation of each axis
     * @return [N, C, H', W']
     * @throws IllegalArgumentException if x has not four axes, the padding is more than half of the window, or the
     *     window is longer than the padded input
     */
    public static Tensor maxPool2d(Tensor x, Window2d window) {
        PoolSizes s = PoolSizes.of("max_pool_2d", x.shape(), window);
        Shape output =
                Shape.of(s.n(), s.c(), s.rows().outputLength(), s.columns().outputLength());
        return Op.apply(new MaxPool("max_pool_2d", s, output), x);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return output;
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        Buffer taps = device.allocate(out.size());
        device.kernels(KERNELS).forward(inputs.get(0), out, taps, sizes);
        won = taps;
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            Buffer taps = Objects.requireNonNull(won, "backward before forward");
            device.kernels(KERNELS).backward(gradOut, taps, dx, sizes);
        }
    }
}
