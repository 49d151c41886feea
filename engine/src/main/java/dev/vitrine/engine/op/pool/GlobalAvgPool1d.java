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
 * Global average pooling: the mean over all positions of each channel, so that a network takes inputs of any length.
 *
 * <pre>
 * y[n, c] = 1/L * sum over l of x[n, c, l]
 * </pre>
 *
 * <p><b>Shapes</b>: x [N, C, L], y [N, C].
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx[n, c, l] = g[n, c] / L.
 *
 * <p>The loops are in {@link GlobalAvgPool1dJava}; the kernels in {@code globalavgpool1d.cl}.
 *
 * <p>PyTorch: {@code torch.nn.AdaptiveAvgPool1d(1)} and {@code flatten(1)}. Source: Lin, Chen and Yan, "Network in
 * network", ICLR 2014, section 3.2.
 */
public final class GlobalAvgPool1d implements Op {
    /** The passes that both halves implement, over {@code rows} = N * C rows of {@code length} values. */
    interface Kernels {
        void forward(Buffer x, Buffer y, int rows, int length);

        void backward(Buffer g, Buffer dx, int rows, int length);
    }

    private static final KernelPair<Kernels> KERNELS =
            new KernelPair<>(GlobalAvgPool1dJava::new, GlobalAvgPool1dOpenCl::new);

    private final Shape x;

    private GlobalAvgPool1d(Shape x) {
        if (x.rank() != 3) {
            throw new IllegalArgumentException("global_avg_pool_1d: x must be [N, C, L], got " + x);
        }
        this.x = x;
    }

    /**
     * Takes the mean over the length axis.
     *
     * @param x [N, C, L]
     * @return [N, C]
     * @throws IllegalArgumentException if x has not three axes
     */
    public static Tensor globalAvgPool1d(Tensor x) {
        return Op.apply(new GlobalAvgPool1d(x.shape()), x);
    }

    @Override
    public String name() {
        return "global_avg_pool_1d";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(x.size(0), x.size(1));
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), out, out.size(), x.size(2));
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, dx, gradOut.size(), x.size(2));
        }
    }
}
