package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** How the kernels {@code forward} and {@code backward} of such an op are launched. */
class UnaryLaunch implements UnaryOp.Kernels {
    private final OpenClDevice device;
    private final String file;

    UnaryLaunch(OpenClDevice device, String file) {
        this.device = device;
        this.file = file;
    }

    @Override
    public final void forward(Buffer x, Buffer y) {
        kernel("forward").launch(WorkSize.row(device.profile(), y.size()), x, y, y.size());
    }

    @Override
    public final void backward(Buffer g, Buffer x, Buffer y, Buffer dx) {
        kernel("backward").launch(WorkSize.row(device.profile(), y.size()), g, x, y, dx, y.size());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(UnaryLaunch.class, file, name, Defines.NONE);
    }
}
