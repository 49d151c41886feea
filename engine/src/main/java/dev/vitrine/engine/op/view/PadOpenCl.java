package dev.vitrine.engine.op.view;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code pad.cl} is launched how. */
final class PadOpenCl implements Pad.Kernels {
    private final OpenClDevice device;

    PadOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, Along along, int before, int newSize, double constant) {
        int length = newSize * along.inner();
        kernel("forward")
                .launch(
                        WorkSize.row(device.profile(), length, along.outer()),
                        x,
                        y,
                        along.size() * along.inner(),
                        before * along.inner(),
                        length,
                        (float) constant);
    }

    @Override
    public void backward(Buffer g, Buffer dx, Along along, int before, int newSize) {
        int block = along.size() * along.inner();
        kernel("backward")
                .launch(
                        WorkSize.row(device.profile(), block, along.outer()),
                        g,
                        dx,
                        block,
                        before * along.inner(),
                        newSize * along.inner());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(Pad.class, "pad.cl", name, Defines.NONE);
    }
}
