package dev.vitrine.engine.autograd;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application of a differentiable operation: how the output follows from the inputs, and how the gradient flows
 * back.
 *
 * <p>An object is applied once, so it may keep in its fields what forward computed and backward needs. The loops
 * themselves are in the operation's {@link dev.vitrine.engine.device.KernelPair}.
 */
public interface Op {
    /** The name in messages and in a tensor's origin, as in {@code conv1d}. */
    String name();

    /**
     * The shape of the output.
     *
     * @throws IllegalArgumentException naming the op, the argument, what was expected and what came
     */
    Shape outputShape(List<Shape> inputs);

    /** Writes every element of {@code out}. Inputs must stay untouched. */
    void forward(Device device, List<Buffer> inputs, Buffer out);

    /**
     * Writes every element of each gradient asked for: d(loss)/d(input) from d(loss)/d(out).
     *
     * @param inputs what forward was given
     * @param out what forward wrote
     * @param gradOut d(loss)/d(out); must stay untouched
     * @param gradInputs one place per input, null where no gradient is asked for
     */
    void backward(Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs);

    /**
     * Applies an operation: checks shapes, computes, and remembers the way back where an input asks for a gradient.
     *
     * @throws IllegalArgumentException if the inputs do not fit, or are on different devices
     */
    static Tensor apply(Op op, Tensor... inputs) {
        return Node.apply(op, List.of(inputs));
    }
}
