package dev.vitrine.engine.op.norm;

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
 * Layer normalisation over the last axes: each row is brought to mean 0 and variance 1, then every element is scaled and
 * shifted by two learned numbers of its own.
 *
 * <pre>
 * xhat[r, i] = (x[r, i] - mean[r]) * rstd[r]          rstd[r] = 1 / sqrt(variance[r] + eps)
 * y[r, i]    = gamma[i] * xhat[r, i] + beta[i]
 * </pre>
 *
 * where i runs over the D elements of the normalised axes, r over all that come before them, and the variance is divided
 * by D. A row does not know of the others: training and evaluation are the same.
 *
 * <p><b>Shapes</b>: gamma and beta have the shape of the last axes of x, y that of x.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy and h[r, i] = gamma[i] * g[r, i]:
 *
 * <pre>
 * d(loss)/dbeta[i]  = sum over r of  g[r, i]
 * d(loss)/dgamma[i] = sum over r of  g[r, i] * xhat[r, i]
 * d(loss)/dx[r, i]  = rstd[r] * (h[r, i] - 1/D sum over j of h[r, j] - xhat[r, i] / D * sum over j of h[r, j] * xhat[r, j])
 * </pre>
 *
 * <p>The loops are in {@link LayerNormJava}; the kernels in {@code layernorm.cl}.
 *
 * <p>Source: Ba, Kiros and Hinton, "Layer normalization", 2016, section 3.
 */
public final class LayerNorm implements Op {
    /** PyTorch's. */
    public static final double DEFAULT_EPS = 1e-5;

    /** What x was normalised by, kept for the way back: one mean and rstd per row. */
    record Saved(Buffer mean, Buffer rstd) {}

    /** The passes that both halves implement, over {@code rows} of {@code d} values. */
    interface Kernels {
        /** Writes y, and what it was normalised by. */
        void forward(Buffer x, Buffer gamma, Buffer beta, Saved saved, Buffer y, int rows, int d, double eps);

        /** Writes dgamma and dbeta. */
        void backwardAffine(Buffer g, Buffer x, Saved saved, Buffer dgamma, Buffer dbeta, int rows, int d);

        /** Writes dx. */
        void backwardData(Buffer g, Buffer x, Buffer gamma, Saved saved, Buffer dx, int rows, int d);
    }

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(LayerNormJava::new, LayerNormOpenCl::new);

    private final Shape shape;
    private final int d;
    private final int rows;
    private final double eps;
    private @Nullable Saved saved;

    private LayerNorm(Shape x, Shape gamma, Shape beta, double eps) {
        requireLastAxes(x, gamma);
        if (!beta.equals(gamma)) {
            throw new IllegalArgumentException("layer_norm: beta must be " + gamma + " as gamma, got " + beta);
        }
        if (!(eps > 0 && eps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("layer_norm: eps must be finite and above 0, got " + eps);
        }
        this.shape = x;
        this.d = gamma.elements();
        this.rows = x.elements() / d;
        this.eps = eps;
    }

    private static void requireLastAxes(Shape x, Shape gamma) {
        boolean fits = gamma.rank() >= 1 && gamma.rank() <= x.rank();
        for (int axis = 1; fits && axis <= gamma.rank(); axis++) {
            fits = gamma.size(-axis) == x.size(-axis);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "layer_norm: gamma must have the shape of the last axes of x " + x + ", got " + gamma);
        }
    }

    /**
     * Normalises over the last axes: as many as {@code gamma} has.
     *
     * @param x at least one axis
     * @param gamma shaped as the last axes of x
     * @param beta shaped as gamma
     * @param eps added to the variance so that a constant row does not divide by zero, finite and above 0
     * @return shaped as x
     * @throws IllegalArgumentException if the shapes do not fit or eps is out of range
     */
    public static Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta, double eps) {
        return Op.apply(new LayerNorm(x.shape(), gamma.shape(), beta.shape(), eps), x, gamma, beta);
    }

    @Override
    public String name() {
        return "layer_norm";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return shape;
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        Saved by = new Saved(device.allocate(rows), device.allocate(rows));
        device.kernels(KERNELS).forward(inputs.get(0), inputs.get(1), inputs.get(2), by, out, rows, d, eps);
        saved = by;
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Kernels kernels = device.kernels(KERNELS);
        Saved by = Objects.requireNonNull(saved, "backward before forward");
        Buffer x = inputs.get(0);
        if (gradInputs[1] != null || gradInputs[2] != null) {
            Buffer dgamma = orNew(device, gradInputs[1]);
            Buffer dbeta = orNew(device, gradInputs[2]);
            kernels.backwardAffine(gradOut, x, by, dgamma, dbeta, rows, d);
        }
        Buffer dx = gradInputs[0];
        if (dx != null) {
            kernels.backwardData(gradOut, x, inputs.get(1), by, dx, rows, d);
        }
    }

    /** Both gradients come from one pass: one that nobody asks for needs a place too. */
    private Buffer orNew(Device device, @Nullable Buffer place) {
        return place != null ? place : device.allocate(d);
    }
}
