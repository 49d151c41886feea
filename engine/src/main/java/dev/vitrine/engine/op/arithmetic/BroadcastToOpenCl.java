package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.op.Walk;

/** Which kernel of {@code broadcast_to.cl} is launched how. */
final class BroadcastToOpenCl implements BroadcastTo.Kernels {
    /** Terms that one partial sum takes. */
    private static final int CHUNK = 4096;

    private final OpenClDevice device;

    BroadcastToOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, Broadcast shapes) {
        Walk read = shapes.read(0);
        kernel("forward", read.axes())
                .launch(
                        WorkSize.row(device.profile(), y.size()),
                        x,
                        y,
                        y.size(),
                        read.sizesFor(read.axes()),
                        read.stridesFor(read.axes()));
    }

    @Override
    public void backward(Buffer g, Buffer dx, Broadcast shapes) {
        int parts = ceilDiv(g.size() / dx.size(), CHUNK);
        if (parts == 1) {
            partial(g, dx, dx.size(), parts, shapes);
        } else {
            Buffer partial = device.allocate(parts * dx.size());
            partial(g, partial, dx.size(), parts, shapes);
            kernel("total", 1).launch(WorkSize.items(dx.size()), partial, dx, dx.size(), parts);
            partial.release();
        }
    }

    private void partial(Buffer g, Buffer to, int size, int parts, Broadcast shapes) {
        Walk kept = shapes.kept(0);
        Walk repeated = shapes.repeated(0);
        int axes = Math.max(kept.axes(), repeated.axes());
        int[] strides = shapes.read(0).strides();
        boolean down = strides[strides.length - 1] != 0;
        kernel(down ? "partial_down" : "partial_along", axes)
                .launch(
                        down
                                ? WorkSize.row(device.profile(), size, parts)
                                : WorkSize.groupsInARow(device.profile(), size, parts),
                        g,
                        to,
                        size,
                        repeated.count(),
                        CHUNK,
                        kept.sizesFor(axes),
                        kept.stridesFor(axes),
                        repeated.sizesFor(axes),
                        repeated.stridesFor(axes));
    }

    private OpenClKernel kernel(String name, int axes) {
        return device.kernel(BroadcastTo.class, "broadcast_to.cl", name, Defines.of("AXES", axes));
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
