package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.Broadcast;

/**
 * How the kernels of this room are launched: each file holds {@code forward}, {@code backward_a} and {@code backward_b},
 * compiled for the number of axes; one work-item handles V neighbouring positions.
 */
class BinaryLaunch implements BinaryOp.Kernels {
    private final OpenClDevice device;
    private final String file;

    BinaryLaunch(OpenClDevice device, String file) {
        this.device = device;
        this.file = file;
    }

    @Override
    public final void forward(Buffer a, Buffer b, Buffer y, Broadcast shapes) {
        int axes = shapes.read(0).axes();
        kernel("forward", axes)
                .launch(
                        WorkSize.row(device.profile(), y.size()),
                        a,
                        b,
                        y,
                        y.size(),
                        shapes.read(0).sizesFor(axes),
                        shapes.read(0).stridesFor(axes),
                        shapes.read(1).stridesFor(axes));
    }

    @Override
    public final void backwardA(Buffer g, Buffer a, Buffer b, Buffer da, Broadcast shapes) {
        backward("backward_a", g, a, b, da, shapes);
    }

    @Override
    public final void backwardB(Buffer g, Buffer a, Buffer b, Buffer db, Broadcast shapes) {
        backward("backward_b", g, a, b, db, shapes);
    }

    private void backward(String name, Buffer g, Buffer a, Buffer b, Buffer to, Broadcast shapes) {
        int axes = shapes.read(0).axes();
        kernel(name, axes)
                .launch(
                        WorkSize.row(device.profile(), g.size()),
                        g,
                        a,
                        b,
                        to,
                        g.size(),
                        shapes.read(0).sizesFor(axes),
                        shapes.read(0).stridesFor(axes),
                        shapes.read(1).stridesFor(axes));
    }

    private OpenClKernel kernel(String name, int axes) {
        return device.kernel(BinaryLaunch.class, file, name, Defines.of("AXES", axes));
    }
}
