package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Global average pooling: the mean over all positions of each channel, so that a network takes inputs of any size.
 *
 * <pre>
 * y[n, c] = 1/L     * sum over l    of x[n, c, l]
 * y[n, c] = 1/(H*W) * sum over h, w of x[n, c, h, w]
 * </pre>
 *
 * <p><b>Shapes</b>: x [N, C, L] or [N, C, H, W], y [N, C].
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx[n, c, l] = g[n, c] / L, and the same with H * W in place of L.
 *
 * <p>The loops are in {@link GlobalAvgPoolJava}; the kernels in {@code globalavgpool.cl}.
 *
 * <p>PyTorch: {@code torch.nn.AdaptiveAvgPool1d(1)} or {@code AdaptiveAvgPool2d(1)} and {@code flatten(1)}. Source: Lin, Chen and Yan, "Network in
 * network", ICLR 2014, section 3.2.
 */
public final class GlobalAvgPool implements Op {
    /** The passes that both halves implement, over {@code rows} = N * C rows of {@code length} values. */
    interface Kernels {
        void forward(Buffer x, Buffer y, int rows, int length);

        void backward(Buffer g, Buffer dx, int rows, int length);
    }

    private static final KernelPair<Kernels> KERNELS =
            new KernelPair<>(GlobalAvgPoolJava::new, GlobalAvgPoolOpenCl::new);

    private final String name;
    private final Shape output;
    private final int length;

    private GlobalAvgPool(String name, Shape x) {
        this.name = name;
        this.output = Shape.of(x.size(0), x.size(1));
        this.length = x.elements() / output.elements();
    }

    /**
     * Takes the mean over the length axis.
     *
     * @param x [N, C, L]
     * @return [N, C]
     * @throws IllegalArgumentException if x has not three axes
     */
    public static Tensor globalAvgPool1d(Tensor x) {
        if (x.shape().rank() != 3) {
            throw new IllegalArgumentException("global_avg_pool_1d: x must be [N, C, L], got " + x.shape());
        }
        return Op.apply(new GlobalAvgPool("global_avg_pool_1d", x.shape()), x);
    }

    /**
     * Takes the mean over height and width.
     *
     * @param x [N, C, H, W]
     * @return [N, C]
     * @throws IllegalArgumentException if x has not four axes
     */
    public static Tensor globalAvgPool2d(Tensor x) {
        if (x.shape().rank() != 4) {
            throw new IllegalArgumentException("global_avg_pool_2d: x must be [N, C, H, W], got " + x.shape());
        }
        return Op.apply(new GlobalAvgPool("global_avg_pool_2d", x.shape()), x);
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
        device.kernels(KERNELS).forward(inputs.get(0), out, out.size(), length);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, dx, gradOut.size(), length);
        }
    }
}
