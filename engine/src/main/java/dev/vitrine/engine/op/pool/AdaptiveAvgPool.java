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
 * Adaptive average pooling: an axis of any length is cut into a given number of bins, and each becomes its mean.
 *
 * <pre>
 * y[n, c, l] = 1/(end[l] - start[l]) * sum over i from start[l] to end[l] - 1 of  x[n, c, i]
 * start[l] = floor(l * L / L')          end[l] = ceil((l + 1) * L / L')
 * </pre>
 *
 * and the same along both axes of an image. Where L' does not divide L, neighbouring bins share a position; where L' is
 * larger than L, a position fills several bins.
 *
 * <p><b>Shapes</b>: x [N, C, L], y [N, C, L'] or x [N, C, H, W], y [N, C, H', W'].
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/dx[n, c, i] = sum over all l whose bin holds i of  g[n, c, l] / (end[l] - start[l])
 * </pre>
 *
 * <p>The loops are in {@link AdaptiveAvgPoolJava}; the kernels in {@code adaptiveavgpool.cl}. A row is computed as an
 * image of height 1.
 *
 * <p>Source: the bins are those of PyTorch's {@code torch.nn.AdaptiveAvgPool2d}.
 */
public final class AdaptiveAvgPool implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer y, AdaptiveSizes sizes);

        void backward(Buffer g, Buffer dx, AdaptiveSizes sizes);
    }

    private static final KernelPair<Kernels> KERNELS =
            new KernelPair<>(AdaptiveAvgPoolJava::new, AdaptiveAvgPoolOpenCl::new);

    private final String name;
    private final AdaptiveSizes sizes;
    private final Shape output;

    private AdaptiveAvgPool(String name, AdaptiveSizes sizes, Shape output) {
        this.name = name;
        this.sizes = sizes;
        this.output = output;
    }

    /**
     * Takes the means of {@code outputLength} bins along L.
     *
     * @param x [N, C, L]
     * @param outputLength L', at least 1
     * @return [N, C, L']
     * @throws IllegalArgumentException if x has not three axes or the output length is below 1
     */
    public static Tensor adaptiveAvgPool1d(Tensor x, int outputLength) {
        AdaptiveSizes s = AdaptiveSizes.of("adaptive_avg_pool_1d", x.shape(), outputLength);
        return Op.apply(new AdaptiveAvgPool("adaptive_avg_pool_1d", s, Shape.of(s.n(), s.c(), outputLength)), x);
    }

    /**
     * Takes the means of {@code outputHeight} by {@code outputWidth} bins along H and W.
     *
     * @param x [N, C, H, W]
     * @param outputHeight H', at least 1
     * @param outputWidth W', at least 1
     * @return [N, C, H', W']
     * @throws IllegalArgumentException if x has not four axes or an output size is below 1
     */
    public static Tensor adaptiveAvgPool2d(Tensor x, int outputHeight, int outputWidth) {
        AdaptiveSizes s = AdaptiveSizes.of("adaptive_avg_pool_2d", x.shape(), outputHeight, outputWidth);
        Shape output = Shape.of(s.n(), s.c(), outputHeight, outputWidth);
        return Op.apply(new AdaptiveAvgPool("adaptive_avg_pool_2d", s, output), x);
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
        device.kernels(KERNELS).forward(inputs.get(0), out, sizes);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(KERNELS).backward(gradOut, dx, sizes);
        }
    }
}
