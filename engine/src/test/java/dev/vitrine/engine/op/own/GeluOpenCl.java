package dev.vitrine.engine.op.own;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code gelu.cl} is launched how. */
final class GeluOpenCl implements Gelu.Kernels {
    private final OpenClDevice device;

    GeluOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y) {
        kernel("forward").launch(WorkSize.row(device.profile(), y.size()), x, y, y.size());
    }

    @Override
    public void backward(Buffer g, Buffer x, Buffer dx) {
        kernel("backward").launch(WorkSize.row(device.profile(), dx.size()), g, x, dx, dx.size());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(Gelu.class, "gelu.cl", name, Defines.NONE);
    }
}
