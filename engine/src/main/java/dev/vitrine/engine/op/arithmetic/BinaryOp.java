package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ops of two arguments share: y[i] = f(a[i], b[i]) with broadcasting, and the way back. */
abstract class BinaryOp implements Op {
    /**
     * The passes that both halves implement. Position i of y reads element {@code shapes.read(0).at(i)} of a and
     * {@code shapes.read(1).at(i)} of b. Gradients are written for every position of y, before repetitions are summed.
     */
    interface Kernels {
        void forward(Buffer a, Buffer b, Buffer y, Broadcast shapes);

        void backwardA(Buffer g, Buffer a, Buffer b, Buffer da, Broadcast shapes);

        void backwardB(Buffer g, Buffer a, Buffer b, Buffer db, Broadcast shapes);
    }

    private final String name;
    private final KernelPair<Kernels> kernels;
    private final Broadcast shapes;

    BinaryOp(String name, KernelPair<Kernels> kernels, Tensor a, Tensor b) {
        this.name = name;
        this.kernels = kernels;
        this.shapes = Broadcast.of(name, a.shape(), b.shape());
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Shape outputShape(List<Shape> inputs) {
        return shapes.shape();
    }

    @Override
    public final void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(kernels).forward(inputs.get(0), inputs.get(1), out, shapes);
    }

    @Override
    public final void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Kernels passes = device.kernels(kernels);
        Buffer a = inputs.get(0);
        Buffer b = inputs.get(1);
        Buffer da = gradInputs[0];
        Buffer db = gradInputs[1];
        if (da != null) {
            Buffer every = everyPosition(device, 0, da);
            passes.backwardA(gradOut, a, b, every, shapes);
            sumRepetitions(device, 0, every, da);
        }
        if (db != null) {
            Buffer every = everyPosition(device, 1, db);
            passes.backwardB(gradOut, a, b, every, shapes);
            sumRepetitions(device, 1, every, db);
        }
    }

    private Buffer everyPosition(Device device, int input, Buffer gradient) {
        return shapes.repeats(input) ? device.allocate(shapes.shape().elements()) : gradient;
    }

    private void sumRepetitions(Device device, int input, Buffer every, Buffer gradient) {
        if (shapes.repeats(input)) {
            BroadcastTo.sum(device, every, gradient, Broadcast.to(name, shapes.input(input), shapes.shape()));
            every.release();
        }
    }
}
