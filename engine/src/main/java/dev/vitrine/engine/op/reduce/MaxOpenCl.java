package dev.vitrine.engine.op.reduce;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import java.util.ArrayList;
import java.util.List;

/** Which kernel of {@code max.cl} is launched how. */
final class MaxOpenCl implements Max.Kernels {
    private final OpenClDevice device;

    MaxOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer y, Buffer index, Reduction s) {
        launch(walk("forward", s), workSize(s), s, s.terms(), x, y, index);
    }

    @Override
    public void backwardShared(Buffer g, Buffer x, Buffer y, Buffer dx, Reduction s) {
        launch(walk("shared", s), workSize(s), s, s.terms(), g, x, y, dx);
    }

    @Override
    public void backwardFirst(Buffer g, Buffer index, Buffer dx, Reduction s) {
        dx.fill(0);
        launch("first", WorkSize.row(device.profile(), s.outputs()), s, s.outputs(), g, index, dx);
    }

    /** All kernels take their buffers, then both grids, then one number. */
    private void launch(String name, WorkSize size, Reduction s, int number, Buffer... buffers) {
        List<Object> arguments = new ArrayList<>(List.of(buffers));
        arguments.addAll(List.of(
                s.kept().sizes(),
                s.kept().strides(),
                s.reduced().sizes(),
                s.reduced().strides(),
                number));
        kernel(name).launch(size, arguments.toArray());
    }

    private WorkSize workSize(Reduction s) {
        return s.neighboursStayApart()
                ? WorkSize.row(device.profile(), s.kept().inner(), s.kept().outer())
                : WorkSize.groups(device.profile(), s.outputs());
    }

    private static String walk(String pass, Reduction s) {
        return (s.neighboursStayApart() ? "columns_" : "rows_") + pass;
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(Max.class, "max.cl", name, Defines.NONE);
    }
}
