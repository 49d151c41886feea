package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Global max pooling: the largest value of each channel, wherever it lies.
 *
 * <pre>
 * y[n, c] = max over l of x[n, c, l]
 * y[n, c] = max over h, w of x[n, c, h, w]
 * </pre>
 *
 * <p>Of equal values the first wins; not-a-number wins over all numbers, and of several the last.
 *
 * <p><b>Shapes</b>: x [N, C, L] or [N, C, H, W], y [N, C].
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy: d(loss)/dx is g[n, c] at the position that won, 0 elsewhere.
 *
 * <p>The loops are in {@link GlobalMaxPoolJava}; the kernels in {@code globalmaxpool.cl}.
 *
 * <p>PyTorch: {@code torch.nn.AdaptiveMaxPool1d(1)} or {@code AdaptiveMaxPool2d(1)} and {@code flatten(1)}. Source:
 * Oquab et al., "Is object localization for free?", CVPR 2015, section 3.
 */
public final class GlobalMaxPool implements Op {
    /** The passes that both halves implement, over rows of {@code length} values, one per (n, c). */
    interface Kernels {
        /** Writes y, and the position that won each row. */
        void forward(Buffer x, Buffer y, Buffer won, int rows, int length);

        /** Writes dx. */
        void backward(Buffer g, Buffer won, Buffer dx, int rows, int length);
    }

    private static final KernelPair<Kernels> KERNELS =
            new KernelPair<>(GlobalMaxPoolJava::new, GlobalMaxPoolOpenCl::new);

    private final String name;
    private final Shape output;
    private final int length;
    private @Nullable Buffer won;

    private GlobalMaxPool(String name, Shape x) {
        this.name = name;
        this.output = Shape.of(x.size(0), x.size(1));
        this.length = x.elements() / output.elements();
    }

    /**
     * Takes the largest value along the length axis.
     *
     * @param x [N, C, L]
     * @return [N, C]
     * @throws IllegalArgumentException if x has not three axes
     */
    public static Tensor globalMaxPool1d(Tensor x) {
        if (x.shape().rank() != 3) {
            throw new IllegalArgumentException("global_max_pool_1d: x must be [N, C, L], got " + x.shape());
        }
        return Op.apply(new GlobalMaxPool("global_max_pool_1d", x.shape()), x);
    }

    /**
     * Takes the largest value along height and width.
     *
     * @param x [N, C, H, W]
     * @return [N, C]
     * @throws IllegalArgumentException if x has not four axes
     */
    public static Tensor globalMaxPool2d(Tensor x) {
        if (x.shape().rank() != 4) {
            throw new IllegalArgumentException("global_max_pool_2d: x must be [N, C, H, W], got " + x.shape());
        }
        return Op.apply(new GlobalMaxPool("global_max_pool_2d", x.shape()), x);
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
        Buffer positions = device.allocate(out.size());
        device.kernels(KERNELS).forward(inputs.get(0), out, positions, out.size(), length);
        won = positions;
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            Buffer positions = Objects.requireNonNull(won, "backward before forward");
            device.kernels(KERNELS).backward(gradOut, positions, dx, gradOut.size(), length);
        }
    }
}
