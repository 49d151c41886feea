package dev.vitrine.engine.op.view;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.view.Slice.Places;

/** Which kernel of {@code slice.cl} is launched how. */
final class SliceOpenCl implements Slice.Kernels {
    private final OpenClDevice device;

    SliceOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, Places p) {
        launch("forward", x, y, p);
    }

    @Override
    public void backward(Buffer g, Buffer dx, Places p) {
        launch("backward", g, dx, p);
    }

    /** Work-items lie along what is written. */
    private void launch(String pass, Buffer from, Buffer to, Places p) {
        int outer = p.x().outer();
        device.kernel(Slice.class, "slice.cl", pass, Defines.NONE)
                .launch(
                        WorkSize.row(device.profile(), to.size() / outer, outer),
                        from,
                        to,
                        p.x().size(),
                        p.x().inner(),
                        p.start(),
                        p.step(),
                        p.count());
    }
}
