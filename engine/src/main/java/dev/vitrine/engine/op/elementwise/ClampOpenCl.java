package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code clamp.cl} is launched how. */
final class ClampOpenCl implements Clamp.Kernels {
    private final OpenClDevice device;

    ClampOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, double min, double max) {
        kernel("forward").launch(WorkSize.row(device.profile(), y.size()), x, y, y.size(), (float) min, (float) max);
    }

    @Override
    public void backward(Buffer g, Buffer x, Buffer dx, double min, double max) {
        kernel("backward")
                .launch(WorkSize.row(device.profile(), g.size()), g, x, dx, g.size(), (float) min, (float) max);
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(Clamp.class, "clamp.cl", name, Defines.NONE);
    }
}
