package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two-dimensional convolution (cross-correlation: the kernel is not flipped).
 *
 * <pre>
 * y[n, o, h, w] = b[o] + sum over c, i, j of  k[o, c, i, j] * x[n, c, h * sh + i * dh - top, w * sw + j * dw - left]
 * </pre>
 *
 * with strides sh, sw, dilations dh, dw and padding top, left; x is zero outside of its plane.
 *
 * <p><b>Groups</b>: with G groups the channels fall into G parts of equal size that are convolved apart: output channel
 * o belongs to group o / (O / G), rounded down, and sees the C / G input channels of that group alone; c above counts
 * within the group. G = C is a depthwise convolution, with O / C outputs for each input channel.
 *
 * <p><b>Shapes</b>: x [N, C, H, W], weight k [O, C / G, KH, KW], b [O] or none, y [N, O, H', W'], each of H' and W' as
 * {@link dev.vitrine.engine.op.Window#outputLength} says.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy, r = h * sh + i * dh - top and s = w * sw + j * dw - left:
 *
 * <pre>
 * d(loss)/dx[n, c, r, s] = sum over o, and over all (i, h) that meet r and (j, w) that meet s, of  k[o, c, i, j] * g[n, o, h, w]
 * d(loss)/dk[o, c, i, j] = sum over n, h, w of  g[n, o, h, w] * x[n, c, r, s]
 * d(loss)/db[o]          = sum over n, h, w of  g[n, o, h, w]
 * </pre>
 *
 * where o meets c only within a group. The loops are in {@link Conv2dJava}; the kernels in {@code conv2d.cl}.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 9.1 and 9.5.
 */
public final class Conv2d implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y, Conv2dSizes sizes);

        void backwardData(Buffer g, Buffer w, Buffer dx, Conv2dSizes sizes);

        void backwardWeights(Buffer g, Buffer x, Buffer dw, @Nullable Buffer db, Conv2dSizes sizes);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(Conv2dJava::new, Conv2dOpenCl::new);

    private final Conv2dSizes sizes;

    private Conv2d(Conv2dSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * Convolves all channels with all.
     *
     * @param x [N, C, H, W]
     * @param weight [O, C, KH, KW]
     * @param bias [O], or null for none
     * @param window kernel size (that of the weight), stride, padding, dilation along H and along W
     * @return [N, O, H', W']
     * @throws IllegalArgumentException if the shapes do not fit or the kernel is longer than the padded input
     */
    public static Tensor conv2d(Tensor x, Tensor weight, @Nullable Tensor bias, Window2d window) {
        return conv2d(x, weight, bias, window, 1);
    }

    /**
     * Convolves in groups.
     *
     * @param x [N, C, H, W]
     * @param weight [O, C / groups, KH, KW]
     * @param bias [O], or null for none
     * @param window kernel size (that of the weight), stride, padding, dilation along H and along W
     * @param groups at least 1; divides C and O
     * @return [N, O, H', W']
     * @throws IllegalArgumentException if the shapes do not fit, the groups do not divide the channels, or the kernel is
     *     longer than the padded input
     */
    public static Tensor conv2d(Tensor x, Tensor weight, @Nullable Tensor bias, Window2d window, int groups) {
        Shape biasShape = bias == null ? null : bias.shape();
        Conv2d op = new Conv2d(Conv2dSizes.of(x.shape(), weight.shape(), biasShape, window, groups));
        return bias == null ? Op.apply(op, x, weight) : Op.apply(op, x, weight, bias);
    }

    @Override
    public String name() {
        return "conv2d";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(
                sizes.n(),
                sizes.o(),
                sizes.height().outputLength(),
                sizes.width().outputLength());
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
