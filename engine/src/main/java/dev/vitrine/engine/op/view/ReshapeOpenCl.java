package dev.vitrine.engine.op.view;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code reshape.cl} is launched how. */
final class ReshapeOpenCl implements Reshape.Kernels {
    private final OpenClDevice device;

    ReshapeOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void copy(Buffer from, Buffer to) {
        device.kernel(Reshape.class, "reshape.cl", "copy", Defines.NONE)
                .launch(WorkSize.row(device.profile(), to.size()), from, to, to.size());
    }
}
