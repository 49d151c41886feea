package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.norm.LayerNorm.Saved;

/** Which kernel of {@code layernorm.cl} is launched how: a group of work-items for each row. */
final class LayerNormOpenCl implements LayerNorm.Kernels {
    /** Rows that one partial gradient of gamma and beta sums over. */
    private static final int CHUNK = 64;

    private final OpenClDevice device;

    LayerNormOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer gamma, Buffer beta, Saved saved, Buffer y, int rows, int d, double eps) {
        kernel("forward")
                .launch(
                        WorkSize.groups(device.profile(), rows),
                        x,
                        gamma,
                        beta,
                        saved.mean(),
                        saved.rstd(),
                        y,
                        d,
                        (float) eps);
    }

    @Override
    public void backwardAffine(Buffer g, Buffer x, Saved saved, Buffer dgamma, Buffer dbeta, int rows, int d) {
        int parts = (rows + CHUNK - 1) / CHUNK;
        Buffer partial = device.allocate(parts * 2 * d);
        kernel("affine_partial")
                .launch(
                        WorkSize.row(device.profile(), d, parts),
                        g,
                        x,
                        saved.mean(),
                        saved.rstd(),
                        partial,
                        rows,
                        d,
                        CHUNK);
        kernel("affine_total").launch(WorkSize.items(d), partial, dgamma, dbeta, parts, d);
        partial.release();
    }

    @Override
    public void backwardData(Buffer g, Buffer x, Buffer gamma, Saved saved, Buffer dx, int rows, int d) {
        kernel("backward_data")
                .launch(WorkSize.groups(device.profile(), rows), g, x, gamma, saved.mean(), saved.rstd(), dx, d);
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(LayerNorm.class, "layernorm.cl", name, Defines.NONE);
    }
}
