package dev.vitrine.engine.optim;

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
    public void update(Piece piece, Moments k) {
        int size = piece.w().size();
        device.kernel(Adam.class, "adam.cl", "update", Defines.NONE)
                .launch(
                        WorkSize.row(device.profile(), size),
                        piece.w(),
                        piece.gradient(),
                        piece.memory().get(0),
                        piece.memory().get(1),
                        size,
                        (float) (k.size() * k.root()),
                        (float) k.beta1(),
                        (float) (1 - k.beta1()),
                        (float) k.beta2(),
                        (float) (1 - k.beta2()),
                        (float) (k.eps() * k.root()),
                        (float) k.decay(),
                        (float) k.keep());
    }
}
