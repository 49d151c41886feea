package dev.vitrine.engine.op.reduce;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Which kernel of {@code sum.cl} is launched how. */
final class SumOpenCl implements Sum.Kernels {
    /** Terms of one partial sum. */
    private static final int CHUNK = 4096;

    private final OpenClDevice device;

    SumOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, Reduction s, int divisor) {
        int parts = parts(s);
        Buffer partial = device.allocate(parts * s.outputs());
        walk("partial", s)
                .launch(
                        workSize(s),
                        x,
                        partial,
                        s.kept().sizes(),
                        s.kept().strides(),
                        s.reduced().sizes(),
                        s.reduced().strides(),
                        s.terms(),
                        CHUNK);
        kernel("total")
                .launch(WorkSize.row(device.profile(), s.outputs()), partial, y, s.outputs(), parts, (float) divisor);
        partial.release();
    }

    @Override
    public void backward(Buffer g, Buffer dx, Reduction s, int divisor) {
        walk("backward", s)
                .launch(
                        workSize(s),
                        g,
                        dx,
                        s.kept().sizes(),
                        s.kept().strides(),
                        s.reduced().sizes(),
                        s.reduced().strides(),
                        s.terms(),
                        CHUNK,
                        (float) divisor);
    }

    private static int parts(Reduction s) {
        return (s.terms() - 1) / CHUNK + 1;
    }

    private WorkSize workSize(Reduction s) {
        return s.neighboursStayApart()
                ? WorkSize.row(device.profile(), s.kept().inner(), s.kept().outer(), parts(s))
                : WorkSize.groups(device.profile(), parts(s), s.outputs());
    }

    private OpenClKernel walk(String pass, Reduction s) {
        return kernel((s.neighboursStayApart() ? "columns_" : "rows_") + pass);
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(Sum.class, "sum.cl", name, Defines.NONE);
    }
}
