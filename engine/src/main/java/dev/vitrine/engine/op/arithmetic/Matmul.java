package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.BroadcastTo.broadcastTo;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Product of matrices, or of batches of matrices.
 *
 * <pre>
 * y[n, i, j] = sum over k of  a[n, i, k] * b[n, k, j]
 * </pre>
 *
 * <p><b>Shapes</b>, by NumPy's rules: a [*, I, K], b [*, K, J], y [*, I, J], where the leading axes * broadcast. An a of
 * one axis [K] is a row, a b of one axis [K] is a column, and y lacks the axis I or J then: two vectors give a scalar.
 *
 * <p><b>Gradient</b>, with g = d(loss)/dy:
 *
 * <pre>
 * d(loss)/da[n, i, k] = sum over j of  g[n, i, j] * b[n, k, j]
 * d(loss)/db[n, k, j] = sum over i of  a[n, i, k] * g[n, i, j]
 * </pre>
 *
 * summed over the items n at which a matrix is read.
 *
 * <p>Where b is one matrix for the whole batch, the batch counts as further rows of a; where leading axes differ
 * otherwise, {@link BroadcastTo} repeats the matrices first. The loops are in {@link MatmulJava}; the kernels in
 * {@code matmul.cl}.
 *
 * <p>NumPy: {@code numpy.matmul}; PyTorch: {@code torch.matmul}. Source: Golub and Van Loan, "Matrix computations", 4th
 * ed. 2013, section 1.1.
 */
public final class Matmul implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer a, Buffer b, Buffer y, Sizes sizes);

        void backwardA(Buffer g, Buffer b, Buffer da, Sizes sizes);

        void backwardB(Buffer g, Buffer a, Buffer db, Sizes sizes);
    }

    /** N pairs of an I by K and a K by J matrix. */
    record Sizes(int n, int i, int k, int j) {}

    private static final KernelPair<Kernels> KERNELS = new KernelPair<>(MatmulJava::new, MatmulOpenCl::new);

    private final Sizes sizes;
    private final Shape y;

    private Matmul(Sizes sizes, Shape y) {
        this.sizes = sizes;
        this.y = y;
    }

    /**
     * Multiplies matrices.
     *
     * @param a [*, I, K] or [K]
     * @param b [*, K, J] or [K]
     * @return [*, I, J], without I or J where a or b is a vector
     * @throws IllegalArgumentException naming both shapes if they do not fit
     */
    public static Tensor matmul(Tensor a, Tensor b) {
        int shared = shared(a.shape(), b.shape());
        Shape batchOfA = batch(a.shape());
        Shape batchOfB = batch(b.shape());
        Shape common =
                Broadcast.of(name(a.shape(), b.shape()), batchOfA, batchOfB).shape();
        int rows = a.shape().rank() == 1 ? 1 : a.shape().size(-2);
        int columns = b.shape().rank() == 1 ? 1 : b.shape().size(-1);
        Shape y = result(common, a.shape(), b.shape());
        if (batchOfB.rank() == 0) {
            return Op.apply(new Matmul(new Sizes(1, common.elements() * rows, shared, columns), y), a, b);
        }
        Sizes sizes = new Sizes(common.elements(), rows, shared, columns);
        return Op.apply(new Matmul(sizes, y), repeated(a, batchOfA, common), repeated(b, batchOfB, common));
    }

    private static int shared(Shape a, Shape b) {
        if (a.rank() == 0 || b.rank() == 0) {
            throw new IllegalArgumentException("matmul: wants arrays of at least one axis, got " + a + " and " + b);
        }
        int shared = b.size(b.rank() == 1 ? 0 : -2);
        if (a.size(-1) != shared) {
            throw new IllegalArgumentException("matmul: " + a + " and " + b + " do not fit: the last axis of a has "
                    + a.size(-1) + ", the " + (b.rank() == 1 ? "axis" : "last but one") + " of b has " + shared);
        }
        return shared;
    }

    /** Matrices whose leading axes do not broadcast are named whole. */
    private static String name(Shape a, Shape b) {
        return "matmul of " + a + " and " + b;
    }

    private static Shape batch(Shape shape) {
        return Shape.of(Arrays.copyOf(shape.toArray(), Math.max(0, shape.rank() - 2)));
    }

    private static Shape result(Shape batch, Shape a, Shape b) {
        IntStream rows = a.rank() == 1 ? IntStream.empty() : IntStream.of(a.size(-2));
        IntStream columns = b.rank() == 1 ? IntStream.empty() : IntStream.of(b.size(-1));
        return joined(batch, IntStream.concat(rows, columns).toArray());
    }

    private static Shape joined(Shape batch, int... inner) {
        return Shape.of(IntStream.concat(Arrays.stream(batch.toArray()), Arrays.stream(inner))
                .toArray());
    }

    private static Tensor repeated(Tensor x, Shape batch, Shape common) {
        if (batch.elements() == common.elements()) {
            return x;
        }
        int[] all = x.shape().toArray();
        return broadcastTo(x, joined(common, Arrays.copyOfRange(all, Math.max(0, all.length - 2), all.length)));
    }

    @Override
    public String name() {
        return "matmul";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return y;
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(KERNELS).forward(inputs.get(0), inputs.get(1), out, sizes);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Kernels kernels = device.kernels(KERNELS);
        Buffer da = gradInputs[0];
        Buffer db = gradInputs[1];
        if (da != null) {
            kernels.backwardA(gradOut, inputs.get(1), da, sizes);
        }
        if (db != null) {
            kernels.backwardB(gradOut, inputs.get(0), db, sizes);
        }
    }
}
