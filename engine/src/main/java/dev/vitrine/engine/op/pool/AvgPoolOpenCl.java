package dev.vitrine.engine.op.pool;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;

/** Which kernel of {@code avgpool.cl} is launched how. */
final class AvgPoolOpenCl implements AvgPool.Kernels {
    private final OpenClDevice device;

    AvgPoolOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, PoolSizes s, CountPad countPad) {
        PoolAxis rows = s.rows();
        PoolAxis columns = s.columns();
        kernel("forward", s, countPad)
                .launch(
                        PoolLaunch.overOutputs(device.profile(), s),
                        x,
                        y,
                        rows.length(),
                        columns.length(),
                        rows.outputLength(),
                        columns.outputLength(),
                        rows.before(),
                        columns.before());
    }

    @Override
    public void backward(Buffer g, Buffer dx, PoolSizes s, CountPad countPad) {
        PoolAxis rows = s.rows();
        PoolAxis columns = s.columns();
        kernel("backward", s, countPad)
                .launch(
                        PoolLaunch.overInputs(device.profile(), s),
                        g,
                        dx,
                        rows.length(),
                        columns.length(),
                        rows.outputLength(),
                        columns.outputLength(),
                        rows.before(),
                        columns.before());
    }

    private OpenClKernel kernel(String name, PoolSizes s, CountPad countPad) {
        int count = countPad == CountPad.INCLUDE ? 1 : 0;
        return device.kernel(
                AvgPool.class, "avgpool.cl", name, PoolLaunch.defines(s).and("COUNT_PAD", count));
    }
}
