package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One-dimensional convolution (cross-correlation, as in every deep-learning library: the kernel is not flipped).
 *
 * <pre>
 * y[n, o, l] = b[o] + sum over c, k of  w[o, c, k] * x[n, c, l * stride + k * dilation - before]
 * </pre>
 *
 * where x is zero outside 0 .. L-1.
 *
 * <p><b>Groups</b>: with G groups the channels fall into G parts of equal size that are convolved apart: output channel
 * o belongs to group o / (O / G), rounded down, and sees the C / G input channels of that group alone; c above counts
 * within the group. G = C is a depthwise convolution, with O / C outputs for each input channel.
 *
 * <p><b>Shapes</b>: x [N, C, L], w [O, C / G, K], b [O] or none, y [N, O, L'] with {@link Window#outputLength}.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy and i = l * stride + k * dilation - before:
 *
 * <pre>
 * d(loss)/dx[n, c, i] = sum over o, and over all (k, l) that meet i, of  w[o, c, k] * g[n, o, l]
 * d(loss)/dw[o, c, k] = sum over n, l of  g[n, o, l] * x[n, c, i]
 * d(loss)/db[o]       = sum over n, l of  g[n, o, l]
 * </pre>
 *
 * where o meets c only within a group. The loops are in {@link Conv1dJava}; the kernels in {@code conv1d.cl}.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 9.1 and 9.5.
 */
public final class Conv1d implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y, Conv1dSizes sizes);

        void backwardData(Buffer g, Buffer w, Buffer dx, Conv1dSizes sizes);

        void backwardWeights(Buffer g, Buffer x, Buffer dw, @Nullable Buffer db, Conv1dSizes sizes);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(Conv1dJava::new, Conv1dOpenCl::new);

    private final Conv1dSizes sizes;

    private Conv1d(Conv1dSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * Convolves all channels with all.
     *
     * @param x [N, C, L]
     * @param weight [O, C, K]
     * @param bias [O], or null for none
     * @param window kernel size (that of the weight), stride, padding, dilation
     * @return [N, O, L']
     * @throws IllegalArgumentException if the shapes do not fit or the kernel is longer than the padded input
     */
    public static Tensor conv1d(Tensor x, Tensor weight, @Nullable Tensor bias, Window window) {
        return conv1d(x, weight, bias, window, 1);
    }

    /**
     * Convolves in groups.
     *
     * @param x [N, C, L]
     * @param weight [O, C / groups, K]
     * @param bias [O], or null for none
     * @param window kernel size (that of the weight), stride, padding, dilation
     * @param groups at least 1; divides C and O
     * @return [N, O, L']
     * @throws IllegalArgumentException if the shapes do not fit, the groups do not divide the channels, or the kernel is
     *     longer than the padded input
     */
    public static Tensor conv1d(Tensor x, Tensor weight, @Nullable Tensor bias, Window window, int groups) {
        Shape biasShape = bias == null ? null : bias.shape();
        Conv1d op = new Conv1d(Conv1dSizes.of(x.shape(), weight.shape(), biasShape, window, groups));
        return bias == null ? Op.apply(op, x, weight) : Op.apply(op, x, weight, bias);
    }

    @Override
    public String name() {
        return "conv1d";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(sizes.n(), sizes.o(), sizes.outputLength());
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        Buffer bias = inputs.size() == 3 ? inputs.get(2) : null;
        device.kernels(KERNELS).forward(inputs.get(0), inputs.get(1), bias, out, sizes);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Kernels kernels = device.kernels(KERNELS);
        Buffer dx = gradInputs[0];
        Buffer dw = gradInputs[1];
        Buffer db = inputs.size() == 3 ? gradInputs[2] : null;
        if (dw != null || db != null) {
            Buffer weights = dw != null ? dw : device.allocate(inputs.get(1).size());
            kernels.backwardWeights(gradOut, inputs.get(0), weights, db, sizes);
        }
        if (dx != null) {
            kernels.backwardData(gradOut, inputs.get(1), dx, sizes);
        }
    }
}
