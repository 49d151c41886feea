package dev.vitrine.engine.op.softmax;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/**
 * How the kernels of this room are launched: each file holds {@code forward_along} and {@code backward_along} for lines
 * whose elements are neighbours, and {@code forward_across} and {@code backward_across} for neighbouring lines.
 */
class SoftmaxLaunch implements SoftmaxOp.Kernels {
    private final OpenClDevice device;
    private final String file;

    SoftmaxLaunch(OpenClDevice device, String file) {
        this.device = device;
        this.file = file;
    }

    @Override
    public final void forward(Buffer x, Buffer y, Lines lines) {
        if (lines.inner() == 1) {
            kernel("forward_along").launch(WorkSize.groupsInARow(device.profile(), lines.outer()), x, y, lines.size());
        } else {
            kernel("forward_across").launch(across(lines), x, y, lines.size(), lines.inner());
        }
    }

    @Override
    public final void backward(Buffer g, Buffer y, Buffer dx, Lines lines) {
        if (lines.inner() == 1) {
            kernel("backward_along")
                    .launch(WorkSize.groupsInARow(device.profile(), lines.outer()), g, y, dx, lines.size());
        } else {
            kernel("backward_across").launch(across(lines), g, y, dx, lines.size(), lines.inner());
        }
    }

    private WorkSize across(Lines lines) {
        return WorkSize.row(device.profile(), lines.inner(), lines.outer());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(SoftmaxLaunch.class, file, name, Defines.NONE);
    }
}
