package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code clip.cl} is launched how. */
final class GradientClipOpenCl implements GradientClip.Kernels {
    private final OpenClDevice device;

    GradientClipOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void squares(Buffer gradient, Buffer sums, int first, int chunk) {
        int size = gradient.size();
        kernel("squares")
                .launch(
                        WorkSize.groups(device.profile(), (size + chunk - 1) / chunk),
                        gradient,
                        sums,
                        size,
                        first,
                        chunk);
    }

    @Override
    public void norm(Buffer sums, Buffer norm) {
        kernel("norm").launch(WorkSize.items(1), sums, norm, sums.size());
    }

    @Override
    public void scale(Buffer gradient, Buffer norm, double limit) {
        kernel("scale").launch(row(gradient), gradient, norm, gradient.size(), (float) limit);
    }

    @Override
    public void clamp(Buffer gradient, double limit) {
        kernel("cut").launch(row(gradient), gradient, gradient.size(), (float) limit);
    }

    private WorkSize row(Buffer gradient) {
        return WorkSize.row(device.profile(), gradient.size());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(GradientClip.class, "clip.cl", name, Defines.NONE);
    }
}
