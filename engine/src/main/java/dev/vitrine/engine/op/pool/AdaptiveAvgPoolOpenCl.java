package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code adaptiveavgpool.cl} is launched how. */
final class AdaptiveAvgPoolOpenCl implements AdaptiveAvgPool.Kernels {
    private final OpenClDevice device;

    AdaptiveAvgPoolOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, AdaptiveSizes s) {
        launch(
                "forward",
                WorkSize.groups(
                        device.profile(),
                        s.columns().count(),
                        s.planes() * s.rows().count()),
                x,
                y,
                s);
    }

    @Override
    public void backward(Buffer g, Buffer dx, AdaptiveSizes s) {
        launch(
                "backward",
                WorkSize.row(
                        device.profile(),
                        s.columns().length(),
                        s.planes() * s.rows().length()),
                g,
                dx,
                s);
    }

    private void launch(String name, WorkSize size, Buffer from, Buffer to, AdaptiveSizes s) {
        kernel(name)
                .launch(
                        size,
                        from,
                        to,
                        s.rows().length(),
                        s.columns().length(),
                        s.rows().count(),
                        s.columns().count());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(AdaptiveAvgPool.class, "adaptiveavgpool.cl", name, Defines.NONE);
    }
}
