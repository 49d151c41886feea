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
import org.jspecify.annotations.Nullable;

/**
 * Average pooling: the mean of each window that slides along L, or along H and W.
 *
 * <pre>
 * y[n, c, l]    = 1/count[l]    * sum over k    of  x[n, c, l * stride + k - before]
 * y[n, c, h, w] = 1/count[h, w] * sum over p, q of  x[n, c, h * stride + p - before, w * stride + q - before]
 * </pre>
 *
 * where x is zero outside. {@link CountPad} says what counts: all taps, or only those that see a value.
 *
 * <p><b>Shapes</b>: x [N, C, L], y [N, C, L'] or x [N, C, H, W], y [N, C, H', W'], each with
 * {@link Window#outputLength}.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/dx[n, c, i] = sum over all l whose window sees i of  g[n, c, l] / count[l]
 * </pre>
 *
 * <p>The loops are in {@link AvgPoolJava}; the kernels in {@code avgpool.cl}. A row is computed as an image of height 1.
 *
 * <p>The window may be padded by at most half of its taps, and has no dilation. PyTorch's layers have a stride as long
 * as the kernel unless told otherwise; here the {@link Window} says.
 *
 * <p>Source: LeCun et al., "Gradient-based learning applied to document recognition", 1998, section II.B.
 */
public final class AvgPool implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer y, PoolSizes sizes, CountPad countPad);

        void backward(Buffer g, Buffer dx, PoolSizes sizes, CountPad countPad);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(AvgPoolJava::new, AvgPoolOpenCl::new);

    private final String name;
    private final PoolSizes sizes;
    private final CountPad countPad;
    private final Shape output;

    private AvgPool(String name, PoolSizes sizes, CountPad countPad, Shape output) {
        this.name = name;
        this.sizes = sizes;
        this.countPad = countPad;
        this.output = output;
    }

    /**
     * Takes the mean of each window along L.
     *
     * @param x [N, C, L]
     * @param window kernel size, stride, padding; dilation 1
     * @param countPad what the sum is divided by
     * @return [N, C, L']
     * @throws IllegalArgumentException if x has not three axes, the window is dilated, the padding is more than half of
     *     it, or it is longer than the padded input
     */
    public static Tensor avgPool1d(Tensor x, Window window, CountPad countPad) {
        requireNoDilation("avg_pool_1d", window);
        PoolSizes s = PoolSizes.of("avg_pool_1d", x.shape(), window);
        Shape output = Shape.of(s.n(), s.c(), s.columns().outputLength());
        return Op.apply(new AvgPool("avg_pool_1d", s, countPad, output), x);
    }

    /**
     * Takes the mean of each window along H and W.
     *
     * @param x [N, C, H, W]
     * @param window kernel size, stride, padding of each axis; dilation 1
     * @param countPad what the sum is divided by
     * @return [N, C, H', W']
     * @throws IllegalArgumentException if x has not four axes, the window is dilated, the padding is more than half of
     *     it, or it is longer than the padded input
     */
    public static Tensor avgPool2d(Tensor x, Window2d window, CountPad countPad) {
        requireNoDilation("avg_pool_2d", window.height());
        requireNoDilation("avg_pool_2d", window.width());
        PoolSizes s = PoolSizes.of("avg_pool_2d", x.shape(), window);
        Shape output =
                Shape.of(s.n(), s.c(), s.rows().outputLength(), s.columns().outputLength());
        return Op.apply(new AvgPool("avg_pool_2d", s, countPad, output), x);
    }

    private static void requireNoDilation(String op, Window window) {
        if (window.dilation() != 1) {
            throw new IllegalArgumentException(
                    op + ": a mean is taken of neighbours: dilation must be 1, got " + window.dilation());
        }
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
        device.kernels(KERNELS).forward(inputs.get(0), out, sizes, countPad);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, dx, sizes, countPad);
        }
    }
}
