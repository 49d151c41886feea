package dev.vitrine.engine.op.softmax;

import dev.vitrine.engine.autograd.Op;
import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.KernelPair;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both ops share: every line along an axis by itself, the gradient from the output alone. */
abstract class SoftmaxOp implements Op {
    /** The passes that both halves implement. */
    interface Kernels {
        void forward(Buffer x, Buffer y, Lines lines);

        void backward(Buffer g, Buffer y, Buffer dx, Lines lines);
    }

    private final String name;
    private final KernelPair<Kernels> kernels;
    private final Lines lines;

    SoftmaxOp(String name, KernelPair<Kernels> kernels, Tensor x, int axis) {
        this.name = name;
        this.kernels = kernels;
        this.lines = Lines.along(name, x.shape(), axis);
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
        device.kernels(kernels).forward(inputs.get(0), out, lines);
    }

    @Override
    public final void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer dx = gradInputs[0];
        if (dx != null) {
            device.kernels(kernels).backward(gradOut, out, dx, lines);
        }
    }
}
