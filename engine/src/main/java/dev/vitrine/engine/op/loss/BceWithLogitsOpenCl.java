package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import org.jspecify.annotations.Nullable;

/** Which kernel of {@code bce_with_logits.cl} is launched how. */
final class BceWithLogitsOpenCl implements BceWithLogits.Kernels {
    private final OpenClDevice device;

    BceWithLogitsOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer z, Buffer t, @Nullable Buffer w, Buffer loss) {
        // A kernel's argument cannot be left out: where there is no weight, the logits stand in and are not read.
        kernel("forward")
                .launch(WorkSize.groups(device.profile()), z, t, w != null ? w : z, loss, z.size(), weights(w));
    }

    @Override
    public void backward(Buffer gradLoss, Buffer z, Buffer t, @Nullable Buffer w, Buffer dz) {
        kernel("backward")
                .launch(
                        WorkSize.row(device.profile(), z.size()),
                        gradLoss,
                        z,
                        t,
                        w != null ? w : z,
                        dz,
                        z.size(),
                        weights(w));
    }

    private static int weights(@Nullable Buffer w) {
        return w != null ? w.size() : 0;
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(BceWithLogits.class, "bce_with_logits.cl", name, Defines.NONE);
    }
}
