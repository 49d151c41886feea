package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code mean_squared_error.cl} is launched how. */
final class MeanSquaredErrorOpenCl implements MeanSquaredError.Kernels {
    private final OpenClDevice device;

    MeanSquaredErrorOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer t, Buffer loss) {
        kernel("forward").launch(WorkSize.groups(device.profile()), x, t, loss, x.size());
    }

    @Override
    public void backward(Buffer gradLoss, Buffer x, Buffer t, Buffer dx) {
        kernel("backward").launch(WorkSize.row(device.profile(), x.size()), gradLoss, x, t, dx, x.size());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(MeanSquaredError.class, "mean_squared_error.cl", name, Defines.NONE);
    }
}
