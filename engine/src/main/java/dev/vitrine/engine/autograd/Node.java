package dev.vitrine.engine.autograd;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Place;
import dev.vitrine.engine.tensor.Origin;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A recorded operation. Numbers grow in the order of recording, so a node's inputs always have smaller numbers. */
final class Node implements Origin {
    private final Op op;
    private final List<Tensor> inputs;
    private final long number;
    private final long[] versions;
    private final long outputVersion;
    private final Place place;
    private boolean walked;

    private Node(Op op, List<Tensor> inputs, Buffer out, long number) {
        this.op = op;
        this.inputs = inputs;
        this.number = number;
        this.versions =
                inputs.stream().mapToLong(input -> input.buffer().version()).toArray();
        this.outputVersion = out.version();
        this.place = inputs.get(0).device().place().backward();
    }

    static Tensor apply(Op op, List<Tensor> inputs) {
        Device device = inputs.get(0).device();
        for (Tensor input : inputs) {
            if (input.device() != device) {
                throw new IllegalArgumentException(op.name() + ": inputs are on different devices, " + device.name()
                        + " and " + input.device().name());
            }
        }
        Shape shape = op.outputShape(inputs.stream().map(Tensor::shape).toList());
        Buffer out = device.allocate(shape.elements());
        op.forward(device, buffers(inputs), out);
        boolean record = device.records() && inputs.stream().anyMatch(Tensor::wantsGrad);
        return record
                ? Tensor.made(device, shape, out, new Node(op, inputs, out, device.nextNode()))
                : Tensor.of(device, shape, out);
    }

    private static List<Buffer> buffers(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::buffer).toList();
    }

    @Override
    public String op() {
        return op.name();
    }

    @Override
    public List<Tensor> inputs() {
        return inputs;
    }

    long number() {
        return number;
    }

    @Override
    public void backward(Tensor root, Consumer<Buffer> gradient) {
        BackwardWalk.from(root, gradient);
    }

    /**
     * Refuses a walk that would give wrong gradients: one that comes through here a second time, or finds other values
     * than the forward pass used.
     */
    void requireReady(Tensor output) {
        if (walked) {
            throw new IllegalStateException(
                    "backward(): the walk has been through this " + op.name() + " before; run the forward pass again");
        }
        for (int i = 0; i < versions.length; i++) {
            requireUnchanged("input " + i, inputs.get(i), versions[i]);
        }
        requireUnchanged("the output", output, outputVersion);
    }

    private void requireUnchanged(String which, Tensor tensor, long version) {
        if (tensor.buffer().isReleased()) {
            throw new IllegalStateException("backward(): " + which + " " + tensor.shape() + " of " + op.name()
                    + " was given back when its step ended; call backward() inside of the step");
        }
        if (tensor.buffer().version() != version) {
            throw new IllegalStateException(
                    "backward(): " + which + " " + tensor.shape() + " of " + op.name()
                            + " was overwritten after the forward pass used it; run the forward pass again, or write to a copy");
        }
    }

    /** Passes the gradient of {@code output} on to the inputs, adding where an input has one already. */
    void passBack(Tensor output) {
        walked = true;
        output.device().place(place);
        @Nullable Buffer[] places = new Buffer[inputs.size()];
        List<Runnable> sums = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Tensor input = inputs.get(i);
            if (input.wantsGrad()) {
                places[i] = input.hasGrad() ? addLater(input, sums) : input.gradSlot();
                input.gradArrived();
            }
        }
        op.backward(output.device(), buffers(inputs), output.buffer(), output.gradSlot(), places);
        sums.forEach(Runnable::run);
    }

    private static Buffer addLater(Tensor input, List<Runnable> sums) {
        Buffer more = input.device().allocate(input.shape().elements());
        sums.add(() -> {
            input.gradSlot().add(more);
            more.release();
        });
        return more;
    }
}
