package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code bce_with_logits.cl} is launched how. */
final class BceWithLogitsOpenCl implements BceWithLogits.Kernels {
    private final OpenClDevice device;

    BceWithLogitsOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer z, Buffer t, Buffer loss) {
        kernel("forward").launch(WorkSize.groups(device.profile()), z, t, loss, z.size());
    }

    @Override
    public void backward(Buffer gradLoss, Buffer z, Buffer t, Buffer dz) {
        kernel("backward").launch(WorkSize.row(device.profile(), z.size()), gradLoss, z, t, dz, z.size());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(BceWithLogits.class, "bce_with_logits.cl", name, Defines.NONE);
    }
}
