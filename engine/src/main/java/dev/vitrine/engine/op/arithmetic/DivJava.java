package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.op.Walk;

/** The definition of division. */
final class DivJava implements BinaryOp.Kernels {
    private final JavaDevice device;

    DivJava(JavaDevice device) {
        this.device = device;
    }

    /** y[i] = a[i] / b[i]. */
    @Override
    public void forward(Buffer as, Buffer bs, Buffer ys, Broadcast shapes) {
        double[] a = values(as);
        double[] b = values(bs);
        double[] y = values(ys);
        Walk ofA = shapes.read(0);
        Walk ofB = shapes.read(1);
        device.forEach(y.length, i -> y[i] = a[ofA.at(i)] / b[ofB.at(i)]);
    }

    /** da[i] = g[i] / b[i]. */
    @Override
    public void backwardA(Buffer gs, Buffer as, Buffer bs, Buffer das, Broadcast shapes) {
        double[] g = values(gs);
        double[] b = values(bs);
        double[] da = values(das);
        Walk ofB = shapes.read(1);
        device.forEach(da.length, i -> da[i] = g[i] / b[ofB.at(i)]);
    }

    /** db[i] = -g[i] * a[i] / b[i]^2; the square would overflow first, so b divides twice. */
    @Override
    public void backwardB(Buffer gs, Buffer as, Buffer bs, Buffer dbs, Broadcast shapes) {
        double[] g = values(gs);
        double[] a = values(as);
        double[] b = values(bs);
        double[] db = values(dbs);
        Walk ofA = shapes.read(0);
        Walk ofB = shapes.read(1);
        device.forEach(db.length, i -> db[i] = -g[i] * (a[ofA.at(i)] / b[ofB.at(i)] / b[ofB.at(i)]));
    }
}
