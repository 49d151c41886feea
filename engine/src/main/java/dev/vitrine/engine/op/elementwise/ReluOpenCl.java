package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code relu.cl} is launched how. */
final class ReluOpenCl implements Relu.Kernels {
    private final OpenClDevice device;

    ReluOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y) {
        kernel("forward").launch(WorkSize.row(device.profile(), y.size()), x, y, y.size());
    }

    @Override
    public void backward(Buffer g, Buffer y, Buffer dx) {
        kernel("backward").launch(WorkSize.row(device.profile(), y.size()), g, y, dx, y.size());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(Relu.class, "relu.cl", name, Defines.NONE);
    }
}
