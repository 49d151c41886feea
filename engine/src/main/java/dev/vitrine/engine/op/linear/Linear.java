package dev.vitrine.engine.op.linear;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weighted sum of all inputs for each output.
 *
 * <pre>
 * y[n, o] = activation(b[o] + sum over i of  w[o, i] * x[n, i])        n counts through all axes * but the last
 * </pre>
 *
 * <p><b>Shapes</b>: x [*, I], w [O, I], b [O] or none, y [*, O].
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy, 0 where a RELU gave 0:
 *
 * <pre>
 * d(loss)/dx[n, i] = sum over o of  g[n, o] * w[o, i]
 * d(loss)/dw[o, i] = sum over n of  g[n, o] * x[n, i]
 * d(loss)/db[o]    = sum over n of  g[n, o]
 * </pre>
 *
 * The loops are in {@link LinearJava}; the kernels in {@code linear.cl}.
 *
 * <p>Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 6.5.
 */
public final class Linear implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y, Sizes sizes, Activation activation);

        void backwardData(Gradient gradient, Buffer w, Buffer dx, Sizes sizes);

        void backwardWeights(Gradient gradient, Buffer x, Buffer dw, @Nullable Buffer db, Sizes sizes);
    }

    /** The gradient g of y, and what tells where the activation stops it. */
    record Gradient(Buffer g, Buffer y, Activation activation) {}

    /** Axis sizes: N items, I inputs, O outputs. */
    record Sizes(int n, int i, int o) {}

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(LinearJava::new, LinearOpenCl::new);

    private final Sizes sizes;
    private final Activation activation;

    private Linear(Sizes sizes, Activation activation) {
        this.sizes = sizes;
        this.activation = activation;
    }

    /**
     * Applies a fully connected layer.
     *
     * @param x [*, I]: any number of axes before the last
     * @param weight [O, I]
     * @param bias [O], or null for none
     * @return [*, O]
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Tensor linear(Tensor x, Tensor weight, @Nullable Tensor bias) {
        return linear(x, weight, bias, Activation.NONE);
    }

    /** The same with an activation behind it, to the same bits as by an operation of its own. */
    public static Tensor linear(Tensor x, Tensor weight, @Nullable Tensor bias, Activation activation) {
        Linear op = new Linear(sizes(x.shape(), weight.shape(), bias == null ? null : bias.shape()), activation);
        return bias == null ? Op.apply(op, x, weight) : Op.apply(op, x, weight, bias);
    }

    private static Sizes sizes(Shape x, Shape weight, @Nullable Shape bias) {
        if (x.rank() == 0) {
            throw new IllegalArgumentException("linear: x must be [*, I], got " + x);
        }
        if (weight.rank() != 2 || weight.size(1) != x.size(-1)) {
            throw new IllegalArgumentException(
                    "linear: weight must be [O, I] with I = " + x.size(-1) + ", got " + weight);
        }
        if (bias != null && !bias.equals(Shape.of(weight.size(0)))) {
            throw new IllegalArgumentException("linear: bias must be [" + weight.size(0) + "], got " + bias);
        }
        return new Sizes(x.elements() / x.size(-1), x.size(-1), weight.size(0));
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        int[] y = inputs.get(0).toArray();
        y[y.length - 1] = sizes.o();
        return Shape.of(y);
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        Buffer bias = inputs.size() == 3 ? inputs.get(2) : null;
        device.kernels(KERNELS).forward(inputs.get(0), inputs.get(1), bias, out, sizes, activation);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Kernels kernels = device.kernels(KERNELS);
        Gradient gradient = new Gradient(gradOut, out, activation);
        Buffer dx = gradInputs[0];
        Buffer dw = gradInputs[1];
        Buffer db = inputs.size() == 3 ? gradInputs[2] : null;
        if (dx != null) {
            kernels.backwardData(gradient, inputs.get(1), dx, sizes);
        }
        if (dw != null || db != null) {
            Buffer weights = dw != null ? dw : device.allocate(inputs.get(1).size());
            kernels.backwardWeights(gradient, inputs.get(0), weights, db, sizes);
        }
    }
}
