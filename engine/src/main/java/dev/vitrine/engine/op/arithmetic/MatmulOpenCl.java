package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.arithmetic.Matmul.Sizes;

/** Which kernel of {@code matmul.cl} is launched how. */
final class MatmulOpenCl implements Matmul.Kernels {
    private static final int BLOCK = 4;

    private final OpenClDevice device;

    MatmulOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer a, Buffer b, Buffer y, Sizes s) {
        if (s.j() == 1) {
            rowsTimesRows(a, b, y, new Product(s.n(), s.i(), s.k(), 1));
        } else {
            blocks("rows_times_columns", a, b, y, new Product(s.n(), s.i(), s.k(), s.j()));
        }
    }

    @Override
    public void backwardA(Buffer g, Buffer b, Buffer da, Sizes s) {
        if (s.j() == 1) {
            blocks("rows_times_columns", g, b, da, new Product(s.n(), s.i(), 1, s.k()));
        } else {
            rowsTimesRows(g, b, da, new Product(s.n(), s.i(), s.j(), s.k()));
        }
    }

    @Override
    public void backwardB(Buffer g, Buffer a, Buffer db, Sizes s) {
        if (s.j() == 1) {
            blocks("columns_times_columns", g, a, db, new Product(s.n(), 1, s.i(), s.k()));
        } else {
            blocks("columns_times_columns", a, g, db, new Product(s.n(), s.k(), s.i(), s.j()));
        }
    }

    /** A result of {@code rows} by {@code columns} for each of N items; each element sums {@code terms} products. */
    private record Product(int n, int rows, int terms, int columns) {}

    private void blocks(String name, Buffer left, Buffer right, Buffer out, Product p) {
        int blocks = (p.rows + BLOCK - 1) / BLOCK;
        launch(name, WorkSize.row(device.profile(), p.columns, blocks, p.n), left, right, out, p);
    }

    private void rowsTimesRows(Buffer left, Buffer right, Buffer out, Product p) {
        WorkSize size = WorkSize.groupsInARow(device.profile(), p.columns, p.rows, p.n);
        launch("rows_times_rows", size, left, right, out, p);
    }

    private void launch(String name, WorkSize size, Buffer left, Buffer right, Buffer out, Product p) {
        OpenClKernel kernel = device.kernel(Matmul.class, "matmul.cl", name, Defines.of("BLOCK", BLOCK));
        kernel.launch(size, left, right, out, p.rows, p.terms, p.columns);
    }
}
