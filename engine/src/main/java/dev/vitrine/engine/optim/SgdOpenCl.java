package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;

/** Launches the kernel of {@code sgd.cl}: one work-item for V neighbouring parameters. */
final class SgdOpenCl implements Sgd.Kernels {
    private final OpenClDevice device;

    SgdOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void update(Buffer w, Buffer gradient, Buffer v, double learningRate, Sgd.Options options) {
        device.kernel(Sgd.class, "sgd.cl", "update", Defines.NONE)
                .launch(
                        WorkSize.row(device.profile(), w.size()),
                        w,
                        gradient,
                        v,
                        w.size(),
                        (float) learningRate,
                        (float) options.momentum(),
                        (float) options.weightDecay(),
                        options.kind() == Sgd.Momentum.NESTEROV ? 1 : 0);
    }
}
