package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.Broadcast;
import dev.vitrine.engine.op.Walk;

/** The definition of powers. */
final class PowJava implements BinaryOp.Kernels {
    private final JavaDevice device;

    PowJava(JavaDevice device) {
        this.device = device;
    }

    /** y[i] = a[i]^b[i]. */
    @Override
    public void forward(Buffer as, Buffer bs, Buffer ys, Broadcast shapes) {
        double[] a = values(as);
        double[] b = values(bs);
        double[] y = values(ys);
        Walk ofA = shapes.read(0);
        Walk ofB = shapes.read(1);
        device.forEach(y.length, i -> y[i] = Math.pow(a[ofA.at(i)], b[ofB.at(i)]));
    }

    /** da[i] = g[i] * b[i] * a[i]^(b[i] - 1), and 0 where b[i] = 0. */
    @Override
    public void backwardA(Buffer gs, Buffer as, Buffer bs, Buffer das, Broadcast shapes) {
        double[] g = values(gs);
        double[] a = values(as);
        double[] b = values(bs);
        double[] da = values(das);
        Walk ofA = shapes.read(0);
        Walk ofB = shapes.read(1);
        device.forEach(da.length, i -> da[i] = g[i] * slope(a[ofA.at(i)], b[ofB.at(i)]));
    }

    /** db[i] = g[i] * a[i]^b[i] * log(a[i]), and 0 where a[i] = 0 and b[i] &gt;= 0. */
    @Override
    public void backwardB(Buffer gs, Buffer as, Buffer bs, Buffer dbs, Broadcast shapes) {
        double[] g = values(gs);
        double[] a = values(as);
        double[] b = values(bs);
        double[] db = values(dbs);
        Walk ofA = shapes.read(0);
        Walk ofB = shapes.read(1);
        device.forEach(db.length, i -> db[i] = g[i] * growth(a[ofA.at(i)], b[ofB.at(i)]));
    }

    private static double slope(double a, double b) {
        return b == 0 ? 0 : b * Math.pow(a, b - 1);
    }

    private static double growth(double a, double b) {
        return a == 0 && b >= 0 ? 0 : Math.pow(a, b) * Math.log(a);
    }
}
