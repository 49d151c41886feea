package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;

/** Launches the kernel of {@code adam.cl}: one work-item for V neighbouring parameters. */
final class AdamOpenCl implements Adam.Kernels {
    private final OpenClDevice device;

    AdamOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void update(Buffer w, Buffer gradient, Buffer m, Buffer v, Adam.Rate rate, Adam.Options options) {
        device.kernel(Adam.class, "adam.cl", "update", Defines.NONE)
                .launch(
                        WorkSize.row(device.profile(), w.size()),
                        w,
                        gradient,
                        m,
                        v,
                        w.size(),
                        (float) rate.size(),
                        (float) rate.root(),
                        (float) options.beta1(),
                        (float) (1 - options.beta1()),
                        (float) options.beta2(),
                        (float) (1 - options.beta2()),
                        (float) options.eps(),
                        (float) options.weightDecay());
    }
}
