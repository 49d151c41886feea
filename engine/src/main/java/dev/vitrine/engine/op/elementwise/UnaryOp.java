package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ops of one argument and no options share: y[i] = f(x[i]), and the way back. */
abstract class UnaryOp implements Op {
    /** The passes that both halves implement; backward may look at the input or at the output. */
    interface Kernels {
        void forward(Buffer x, Buffer y);

        void backward(Buffer g, Buffer x, Buffer y, Buffer dx);
    }

    private final String name;
    private final KernelPair<Kernels> kernels;

    UnaryOp(String name, KernelPair<Kernels> kernels) {
        this.name = name;
        this.kernels = kernels;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public final void forward(Device device, List<Buffer> inputs, Buffer out) {
        device.kernels(kernels).forward(inputs.get(0), out);
    }

    @Override
    public final void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(kernels).backward(gradOut, inputs.get(0), out, dx);
        }
    }
}
