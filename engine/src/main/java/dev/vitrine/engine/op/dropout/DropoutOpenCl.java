package dev.vitrine.engine.op.dropout;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;

/** How the kernel of {@code dropout.cl} is launched. */
final class DropoutOpenCl implements Dropout.Kernels {
    private final OpenClDevice device;

    DropoutOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void multiply(Buffer from, Buffer to, Mask mask) {
        long key = mask.rng().state();
        device.kernel(Dropout.class, "dropout.cl", "multiply", Defines.NONE)
                .launch(
                        WorkSize.row(device.profile(), to.size()),
                        from,
                        to,
                        to.size(),
                        (int) key,
                        (int) (key >>> 32),
                        mask.threshold(),
                        (float) mask.scale());
    }
}
