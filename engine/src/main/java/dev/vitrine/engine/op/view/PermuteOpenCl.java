package dev.vitrine.engine.op.view;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code permute.cl} is launched how. */
final class PermuteOpenCl implements Permute.Kernels {
    private final OpenClDevice device;

    PermuteOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void gather(Buffer from, Buffer to, int[] sizes, int[] strides) {
        int length = sizes[sizes.length - 1];
        device.kernel(Permute.class, "permute.cl", "gather", Defines.NONE)
                .launch(WorkSize.row(device.profile(), length, to.size() / length), from, to, sizes, strides);
    }
}
