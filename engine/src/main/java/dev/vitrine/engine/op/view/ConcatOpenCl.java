package dev.vitrine.engine.op.view;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code concat.cl} is launched how. */
final class ConcatOpenCl implements Concat.Kernels {
    private final OpenClDevice device;

    ConcatOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void put(Buffer part, Buffer whole, int outer, int block, int first, int length) {
        launch("put", part, whole, outer, block, first, length);
    }

    @Override
    public void take(Buffer whole, Buffer part, int outer, int block, int first, int length) {
        launch("take", whole, part, outer, block, first, length);
    }

    private void launch(String pass, Buffer from, Buffer to, int outer, int block, int first, int length) {
        device.kernel(Concat.class, "concat.cl", pass, Defines.NONE)
                .launch(WorkSize.row(device.profile(), block, outer), from, to, block, first, length);
    }
}
