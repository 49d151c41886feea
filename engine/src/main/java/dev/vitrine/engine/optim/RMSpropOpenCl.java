package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;

/** Launches the kernel of {@code rmsprop.cl}: one work-item for V neighbouring parameters. */
final class RMSpropOpenCl implements RMSprop.Kernels {
    private final OpenClDevice device;

    RMSpropOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void update(Piece piece, RMSprop.Options options) {
        int size = piece.w().size();
        device.kernel(RMSprop.class, "rmsprop.cl", "update", Defines.NONE)
                .launch(
                        WorkSize.row(device.profile(), size),
                        piece.w(),
                        piece.gradient(),
                        piece.memory().get(0),
                        piece.memory().get(1),
                        piece.memory().get(2),
                        size,
                        (float) piece.rate(),
                        (float) options.alpha(),
                        (float) (1 - options.alpha()),
                        (float) options.eps(),
                        (float) options.momentum(),
                        (float) piece.weightDecay(),
                        options.measure() == RMSprop.Measure.CENTERED ? 1 : 0);
    }
}
