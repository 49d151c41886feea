package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code leaky_relu.cl} is launched how. */
final class LeakyReluOpenCl implements LeakyRelu.Kernels {
    private final OpenClDevice device;

    LeakyReluOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, double negativeSlope) {
        kernel("forward").launch(WorkSize.row(device.profile(), y.size()), x, y, y.size(), (float) negativeSlope);
    }

    @Override
    public void backward(Buffer g, Buffer x, Buffer dx, double negativeSlope) {
        kernel("backward").launch(WorkSize.row(device.profile(), g.size()), g, x, dx, g.size(), (float) negativeSlope);
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(LeakyRelu.class, "leaky_relu.cl", name, Defines.NONE);
    }
}
