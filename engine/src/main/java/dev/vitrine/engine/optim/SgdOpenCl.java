package dev.vitrine.engine.optim;

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
    public void update(Piece piece, Sgd.Options options) {
        int size = piece.w().size();
        device.kernel(Sgd.class, "sgd.cl", "update", Defines.NONE)
                .launch(
                        WorkSize.row(device.profile(), size),
                        piece.w(),
                        piece.gradient(),
                        piece.memory().get(0),
                        size,
                        (float) piece.rate(),
                        (float) options.momentum(),
                        (float) piece.weightDecay(),
                        options.kind() == Sgd.Momentum.NESTEROV ? 1 : 0);
    }
}
