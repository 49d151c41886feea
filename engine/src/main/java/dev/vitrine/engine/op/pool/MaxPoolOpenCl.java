package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.Profile;

/** Which kernel of {@code maxpool.cl} is launched how. */
final class MaxPoolOpenCl implements MaxPool.Kernels {
    private final OpenClDevice device;

    MaxPoolOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, Buffer won, PoolSizes s) {
        PoolAxis rows = s.rows();
        PoolAxis columns = s.columns();
        Profile profile = device.settings("maxpool.forward", s).forRows();
        kernel("forward", s, profile)
                .launch(
                        PoolLaunch.overOutputs(profile, s),
                        x,
                        y,
                        won,
                        x.size(),
                        rows.length(),
                        columns.length(),
                        rows.outputLength(),
                        columns.outputLength(),
                        rows.before(),
                        columns.before());
    }

    @Override
    public void backward(Buffer g, Buffer won, Buffer dx, PoolSizes s) {
        PoolAxis rows = s.rows();
        PoolAxis columns = s.columns();
        Profile profile = device.settings("maxpool.backward", s).forRows();
        kernel("backward", s, profile)
                .launch(
                        PoolLaunch.overWindows(profile, s),
                        g,
                        won,
                        dx,
                        g.size(),
                        rows.length(),
                        columns.length(),
                        rows.outputLength(),
                        columns.outputLength(),
                        rows.before() / rows.stride(),
                        columns.before() / columns.stride());
    }

    private OpenClKernel kernel(String name, PoolSizes s, Profile profile) {
        return device.kernel(MaxPool.class, "maxpool.cl", name, PoolLaunch.defines(s), profile);
    }
}
