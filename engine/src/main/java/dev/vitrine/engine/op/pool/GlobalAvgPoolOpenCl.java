package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code globalavgpool.cl} is launched how. */
final class GlobalAvgPoolOpenCl implements GlobalAvgPool.Kernels {
    private final OpenClDevice device;

    GlobalAvgPoolOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, int rows, int length) {
        kernel("forward").launch(WorkSize.groups(device.profile(), rows), x, y, length);
    }

    @Override
    public void backward(Buffer g, Buffer dx, int rows, int length) {
        kernel("backward").launch(WorkSize.groups(device.profile(), rows), g, dx, length);
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(GlobalAvgPool.class, "globalavgpool.cl", name, Defines.NONE);
    }
}
