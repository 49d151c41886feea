package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.op.Walk;

/** The definition of subtraction. */
final class SubJava implements BinaryOp.Kernels {
    private final JavaDevice device;

    SubJava(JavaDevice device) {
        this.device = device;
    }

    /** y[i] = a[i] - b[i]. */
    @Override
    public void forward(Buffer as, Buffer bs, Buffer ys, Broadcast shapes) {
        double[] a = values(as);
        double[] b = values(bs);
        double[] y = values(ys);
        Walk ofA = shapes.read(0);
        Walk ofB = shapes.read(1);
        device.forEach(y.length, i -> y[i] = a[ofA.at(i)] - b[ofB.at(i)]);
    }

    /** da[i] = g[i]. */
    @Override
    public void backwardA(Buffer gs, Buffer as, Buffer bs, Buffer das, Broadcast shapes) {
        double[] g = values(gs);
        double[] da = values(das);
        device.forEach(da.length, i -> da[i] = g[i]);
    }

    /** db[i] = -g[i]. */
    @Override
    public void backwardB(Buffer gs, Buffer as, Buffer bs, Buffer dbs, Broadcast shapes) {
        double[] g = values(gs);
        double[] db = values(dbs);
        device.forEach(db.length, i -> db[i] = -g[i]);
    }
}
