package dev.vitrine.engine.tensor;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.op.arithmetic.Add;
import dev.vitrine.engine.op.arithmetic.BroadcastTo;
import dev.vitrine.engine.op.arithmetic.Div;
import dev.vitrine.engine.op.arithmetic.Matmul;
import dev.vitrine.engine.op.arithmetic.Mul;
import dev.vitrine.engine.op.arithmetic.Pow;
import dev.vitrine.engine.op.arithmetic.Sub;
import dev.vitrine.engine.op.elementwise.Abs;
import dev.vitrine.engine.op.elementwise.Clamp;
import dev.vitrine.engine.op.elementwise.Exp;
import dev.vitrine.engine.op.elementwise.LeakyRelu;
import dev.vitrine.engine.op.elementwise.Log;
import dev.vitrine.engine.op.elementwise.Neg;
import dev.vitrine.engine.op.elementwise.Relu;
import dev.vitrine.engine.op.elementwise.Sigmoid;
import dev.vitrine.engine.op.elementwise.Sqrt;
import dev.vitrine.engine.op.elementwise.Tanh;
import dev.vitrine.engine.op.reduce.Axes;
import dev.vitrine.engine.op.reduce.Max;
import dev.vitrine.engine.op.reduce.Sum;
import dev.vitrine.engine.op.softmax.LogSoftmax;
import dev.vitrine.engine.op.softmax.Softmax;
import dev.vitrine.engine.op.view.Permute;
import dev.vitrine.engine.op.view.Reshape;
import dev.vitrine.engine.op.view.Slice;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers on a device that knows its gradient and how it was made.
 *
 * <p>A tensor made by the user is a <em>leaf</em>; after {@link #requiresGrad()} the backward walk leaves its gradient
 * in {@link #grad()}. A tensor made by an operation has an {@link #origin()}; its gradient is dropped as soon as it has
 * been passed on, unless {@link #retainGrad()} was called before.
 *
 * <p>Gradients add up over several backward walks until {@link #zeroGrad()}, as in PyTorch.
 *
 * <p>Operations can be chained, as in {@code x.add(y).mul(2)}: each such method is one call of the operation that its
 * description names.
 */
public final class Tensor {
    private final Device device;
    private final Shape shape;
    private final Buffer buffer;
    private final @Nullable Origin origin;
    private boolean requiresGrad;
    private boolean retainsGrad;
    private @Nullable Buffer gradSlot;
    private boolean gradFilled;
    private int classes;
    private long classesVersion;

    private Tensor(Device device, Shape shape, Buffer buffer, @Nullable Origin origin) {
        if (buffer.size() != shape.elements()) {
            throw new IllegalArgumentException(
                    "tensor of shape " + shape + " wants " + shape.elements() + " values, got " + buffer.size());
        }
        this.device = device;
        this.shape = shape;
        this.buffer = buffer;
        this.origin = origin;
        this.requiresGrad = origin != null;
    }

    /** A leaf around values that are on the device already. */
    public static Tensor of(Device device, Shape shape, Buffer values) {
        return new Tensor(device, shape, values, null);
    }

    /** What an operation made; used by the autograd room. */
    public static Tensor made(Device device, Shape shape, Buffer values, Origin origin) {
        return new Tensor(device, shape, values, origin);
    }

    /**
     * A leaf with the given values in row-major order.
     *
     * @throws IllegalArgumentException if the number of values is not that of the shape
     */
    public static Tensor of(Device device, Shape shape, double... values) {
        return of(device, shape, device.allocate(expected(shape, values.length)).write(values));
    }

    /** A leaf with the given values in row-major order. */
    public static Tensor of(Device device, Shape shape, float[] values) {
        return of(device, shape, device.allocate(expected(shape, values.length)).write(values));
    }

    /**
     * A leaf of targets. Where all values are whole numbers from 0, as the numbers of classes are, that is noted, so that
     * a loss which wants classes need not read them back and the host does not wait for the device.
     */
    public static Tensor ofTargets(Device device, Shape shape, float[] values) {
        Tensor targets = of(device, shape, values);
        targets.classes = classesIn(values);
        targets.classesVersion = targets.buffer.version();
        return targets;
    }

    /** One more than the largest value, or 0 where a value is no whole number from 0. */
    private static int classesIn(float[] values) {
        float largest = -1;
        for (float value : values) {
            if (!(value >= 0 && value < 1 << 24 && value == Math.rint(value))) {
                return 0;
            }
            largest = Math.max(largest, value);
        }
        return (int) largest + 1;
    }

    /** True if the host knows, without asking the device, that all values are whole numbers from 0 to below {@code c}. */
    public boolean knowsClassesBelow(int c) {
        return classes > 0 && classes <= c && classesVersion == buffer.version();
    }

    private static int expected(Shape shape, int given) {
        if (given != shape.elements()) {
            throw new IllegalArgumentException(
                    "tensor of shape " + shape + " wants " + shape.elements() + " values, got " + given);
        }
        return given;
    }

    /** A leaf [] that holds one number. Does not wait for the device. */
    public static Tensor scalar(Device device, double value) {
        Buffer one = device.allocate(1);
        one.fill(value);
        return of(device, Shape.of(), one);
    }

    /** A leaf of zeros. */
    public static Tensor zeros(Device device, int... sizes) {
        Shape shape = Shape.of(sizes);
        return of(device, shape, new double[shape.elements()]);
    }

    /** A leaf of standard normal numbers drawn from {@code rng}. */
    public static Tensor randn(Device device, Rng rng, int... sizes) {
        Shape shape = Shape.of(sizes);
        double[] values = new double[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.gaussian();
        }
        return of(device, shape, values);
    }

    public Device device() {
        return device;
    }

    public Shape shape() {
        return shape;
    }

    /** Where the values are. */
    public Buffer buffer() {
        return buffer;
    }

    /** How this tensor was made, or null for a leaf. */
    public @Nullable Origin origin() {
        return origin;
    }

    /** Asks for the gradient of this leaf (PyTorch's {@code requires_grad_()}). */
    public Tensor requiresGrad() {
        requiresGrad = true;
        return this;
    }

    /**
     * Asks for the gradient of this leaf no more (PyTorch's {@code requires_grad_(False)}); later backward walks pass
     * it by.
     *
     * @throws IllegalStateException if an operation made it
     */
    public Tensor requiresNoGrad() {
        if (origin != null) {
            throw new IllegalStateException("requiresNoGrad(): tensor " + shape + " was made by " + origin.op()
                    + "; only a leaf can be without a gradient: call detach()");
        }
        requiresGrad = false;
        gradFilled = false;
        return this;
    }

    /** True where a gradient flows: asked for, or made from something that asks for one. */
    public boolean wantsGrad() {
        return requiresGrad;
    }

    /** Keeps the gradient of a tensor that an operation made (PyTorch's {@code retain_grad()}). */
    public Tensor retainGrad() {
        retainsGrad = true;
        return this;
    }

    /** True if the gradient stays after the backward walk has passed: a leaf, or {@link #retainGrad()} was called. */
    public boolean keepsGrad() {
        return origin == null || retainsGrad;
    }

    /** True if a backward walk has left a gradient here. */
    public boolean hasGrad() {
        return gradFilled;
    }

    /**
     * The gradient of the last {@link #backward()} with respect to this tensor, of the same shape.
     *
     * @throws IllegalStateException if there is none
     */
    public Tensor grad() {
        if (gradSlot == null || !gradFilled) {
            throw new IllegalStateException("tensor " + shape + " has no gradient: "
                    + (requiresGrad
                            ? "backward() has not reached it, or it was not kept (call retainGrad() before backward())"
                            : "call requiresGrad() on it before the forward pass"));
        }
        return of(device, shape, gradSlot);
    }

    /** Forgets the gradient; the next backward walk starts from zero. */
    public void zeroGrad() {
        gradFilled = false;
    }

    /** Gives the gradient of a parameter its place, for example inside a flat buffer that an optimiser owns. */
    public void placeGrad(Buffer slot) {
        gradSlot = slot;
        gradFilled = false;
    }

    /** Where the backward walk writes the gradient; allocated beside the values where nobody gave a place. */
    public Buffer gradSlot() {
        if (gradSlot == null) {
            gradSlot = buffer.allocateBeside();
        }
        return gradSlot;
    }

    /** Tells that the gradient's place now holds a gradient; used by the backward walk. */
    public void gradArrived() {
        gradSlot().changed();
        gradFilled = true;
    }

    /** Gives the memory of a gradient back that nobody keeps; used by the backward walk. */
    public void dropGrad() {
        if (gradSlot != null) {
            gradSlot.release();
        }
        gradSlot = null;
        gradFilled = false;
    }

    /**
     * Walks back from this scalar and leaves d(this)/d(leaf) in every leaf that asked for a gradient.
     *
     * @throws IllegalStateException if this is not a scalar, was not made by an operation that records, a walk has been
     *     through one of these operations before, or what one of them was given has been overwritten since
     */
    public void backward() {
        if (shape.elements() != 1) {
            throw new IllegalStateException("backward(): wants a scalar to start from, tensor has shape " + shape
                    + "; give backward() the gradient of every element");
        }
        requireOrigin().backward(this, slot -> slot.fill(1)); // a write would wait for the device
    }

    /**
     * Walks back from this tensor, given d(loss)/d(this).
     *
     * @param gradient of the shape of this tensor
     * @throws IllegalArgumentException if the shapes or the devices differ
     * @throws IllegalStateException as {@link #backward()}, but for the scalar
     */
    public void backward(Tensor gradient) {
        if (!gradient.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "backward(): the gradient must have the tensor's shape " + shape + ", got " + gradient.shape());
        }
        if (gradient.device() != device) {
            throw new IllegalArgumentException("backward(): the gradient must be on the tensor's device "
                    + device.name() + ", it is on " + gradient.device().name());
        }
        requireOrigin().backward(this, slot -> slot.copyFrom(gradient.buffer()));
    }

    private Origin requireOrigin() {
        if (origin == null) {
            throw new IllegalStateException("backward(): tensor " + shape
                    + " was not made by a recorded operation; no input asked for a gradient, or recording was off");
        }
        return origin;
    }

    /** this + other, element by element, with broadcasting; see {@link Add}. */
    public Tensor add(Tensor other) {
        return Add.add(this, other);
    }

    /** this + number, element by element. */
    public Tensor add(double number) {
        return Add.add(this, scalar(device, number));
    }

    /** this - other, element by element, with broadcasting; see {@link Sub}. */
    public Tensor sub(Tensor other) {
        return Sub.sub(this, other);
    }

    /** this - number, element by element. */
    public Tensor sub(double number) {
        return Sub.sub(this, scalar(device, number));
    }

    /** this * other, element by element, with broadcasting; see {@link Mul}. */
    public Tensor mul(Tensor other) {
        return Mul.mul(this, other);
    }

    /** this * number, element by element. */
    public Tensor mul(double number) {
        return Mul.mul(this, scalar(device, number));
    }

    /** this / other, element by element, with broadcasting; see {@link Div}. */
    public Tensor div(Tensor other) {
        return Div.div(this, other);
    }

    /** this / number, element by element. */
    public Tensor div(double number) {
        return Div.div(this, scalar(device, number));
    }

    /** this ^ exponent, element by element, with broadcasting; see {@link Pow}. */
    public Tensor pow(Tensor exponent) {
        return Pow.pow(this, exponent);
    }

    /** this ^ exponent, element by element. */
    public Tensor pow(double exponent) {
        return Pow.pow(this, scalar(device, exponent));
    }

    /** The product of matrices, this [*, I, K] and other [*, K, J]; see {@link Matmul}. */
    public Tensor matmul(Tensor other) {
        return Matmul.matmul(this, other);
    }

    /** Repeated to a larger shape by NumPy's rules; see {@link BroadcastTo}. */
    public Tensor broadcastTo(int... sizes) {
        return BroadcastTo.broadcastTo(this, Shape.of(sizes));
    }

    /** -this, element by element; see {@link Neg}. */
    public Tensor neg() {
        return Neg.neg(this);
    }

    /** e ^ this, element by element; see {@link Exp}. */
    public Tensor exp() {
        return Exp.exp(this);
    }

    /** The natural logarithm, element by element; see {@link Log}. */
    public Tensor log() {
        return Log.log(this);
    }

    /** The square root, element by element; see {@link Sqrt}. */
    public Tensor sqrt() {
        return Sqrt.sqrt(this);
    }

    /** The magnitude, element by element; see {@link Abs}. */
    public Tensor abs() {
        return Abs.abs(this);
    }

    /** max(this, 0), element by element; see {@link Relu}. */
    public Tensor relu() {
        return Relu.relu(this);
    }

    /** 1 / (1 + e ^ -this), element by element; see {@link Sigmoid}. */
    public Tensor sigmoid() {
        return Sigmoid.sigmoid(this);
    }

    /** The hyperbolic tangent, element by element; see {@link Tanh}. */
    public Tensor tanh() {
        return Tanh.tanh(this);
    }

    /** Values below 0 times {@code negativeSlope}, others as they are; see {@link LeakyRelu}. */
    public Tensor leakyRelu(double negativeSlope) {
        return LeakyRelu.leakyRelu(this, negativeSlope);
    }

    /** Values kept between {@code min} and {@code max}; see {@link Clamp}. */
    public Tensor clamp(double min, double max) {
        return Clamp.clamp(this, min, max);
    }

    /** Probabilities along an axis, which may count from the end; see {@link Softmax}. */
    public Tensor softmax(int axis) {
        return Softmax.softmax(this, axis);
    }

    /** Logarithms of probabilities along an axis, which may count from the end; see {@link LogSoftmax}. */
    public Tensor logSoftmax(int axis) {
        return LogSoftmax.logSoftmax(this, axis);
    }

    /** The sum of all values, a scalar; see {@link Sum}. */
    public Tensor sum() {
        return Sum.sum(this);
    }

    /** The sum over some axes; see {@link Sum}. */
    public Tensor sum(Axes axes) {
        return Sum.sum(this, axes);
    }

    /** The mean of all values, a scalar; see {@link Sum}. */
    public Tensor mean() {
        return Sum.mean(this);
    }

    /** The mean over some axes; see {@link Sum}. */
    public Tensor mean(Axes axes) {
        return Sum.mean(this, axes);
    }

    /** The largest value, a scalar; see {@link Max}. */
    public Tensor max() {
        return Max.max(this);
    }

    /** The largest value along one axis; see {@link Max}. */
    public Tensor max(int axis) {
        return Max.max(this, axis);
    }

    /** The largest value over some axes; equal ones share the gradient; see {@link Max}. */
    public Tensor amax(Axes axes) {
        return Max.amax(this, axes);
    }

    /** Where the largest value is; see {@link Max}. */
    public Tensor argmax(Axes axes) {
        return Max.argmax(this, axes);
    }

    /** The same numbers under another shape; one size may be -1; see {@link Reshape}. */
    public Tensor reshape(int... sizes) {
        return Reshape.reshape(this, sizes);
    }

    /** All axes from {@code firstAxis} on as one; see {@link Reshape}. */
    public Tensor flatten(int firstAxis) {
        return Reshape.flatten(this, firstAxis);
    }

    /** The axes in another order; see {@link Permute}. */
    public Tensor permute(int... axes) {
        return Permute.permute(this, axes);
    }

    /** Two axes exchanged; see {@link Permute}. */
    public Tensor transpose(int a, int b) {
        return Permute.transpose(this, a, b);
    }

    /** The places from {@code start} to before {@code end} of an axis; see {@link Slice}. */
    public Tensor slice(int axis, int start, int end) {
        return Slice.slice(this, axis, start, end);
    }

    /**
     * The same values as a leaf: no gradient flows through it. The two share their values, so writing to one changes the
     * other.
     */
    public Tensor detach() {
        return of(device, shape, buffer);
    }

    /**
     * The one value of a scalar. Waits for the device.
     *
     * @throws IllegalStateException if there is more than one
     */
    public double item() {
        if (shape.elements() != 1) {
            throw new IllegalStateException("item(): wants one value, tensor has shape " + shape);
        }
        return toDoubles()[0];
    }

    /** All values in row-major order, copied. Waits for the device. */
    public double[] toDoubles() {
        return buffer.toDoubles();
    }

    /** All values in row-major order, copied and rounded to float32. Waits for the device. */
    public float[] toFloats() {
        return buffer.toFloats();
    }

    @Override
    public String toString() {
        return "Tensor" + shape + " on " + device.name() + (origin == null ? "" : " from " + origin.op());
    }
}
