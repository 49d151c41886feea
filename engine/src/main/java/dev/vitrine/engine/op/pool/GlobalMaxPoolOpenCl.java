package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code globalmaxpool.cl} is launched how. */
final class GlobalMaxPoolOpenCl implements GlobalMaxPool.Kernels {
    private final OpenClDevice device;

    GlobalMaxPoolOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, Buffer won, int rows, int length) {
        kernel("forward").launch(WorkSize.groups(device.profile(), rows), x, y, won, length);
    }

    @Override
    public void backward(Buffer g, Buffer won, Buffer dx, int rows, int length) {
        kernel("backward").launch(WorkSize.groups(device.profile(), rows), g, won, dx, length);
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(GlobalMaxPool.class, "globalmaxpool.cl", name, Defines.NONE);
    }
}
