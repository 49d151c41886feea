package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.op.arithmetic.Matmul.Sizes;

/** The definition of the product of matrices: plain loops, in parallel over rows of the result. */
final class MatmulJava implements Matmul.Kernels {
    private final JavaDevice device;

    MatmulJava(JavaDevice device) {
        this.device = device;
    }

    /** y[n, i, j] = sum over k of a[n, i, k] * b[n, k, j]. */
    @Override
    public void forward(Buffer as, Buffer bs, Buffer ys, Sizes s) {
        double[] a = values(as);
        double[] b = values(bs);
        double[] y = values(ys);
        device.forEach(s.n() * s.i(), row -> {
            int n = row / s.i();
            for (int j = 0; j < s.j(); j++) {
                double sum = 0;
                for (int k = 0; k < s.k(); k++) {
                    sum += a[row * s.k() + k] * b[(n * s.k() + k) * s.j() + j];
                }
                y[row * s.j() + j] = sum;
            }
        });
    }

    /** da[n, i, k] = sum over j of g[n, i, j] * b[n, k, j]. */
    @Override
    public void backwardA(Buffer gs, Buffer bs, Buffer das, Sizes s) {
        double[] g = values(gs);
        double[] b = values(bs);
        double[] da = values(das);
        device.forEach(s.n() * s.i(), row -> {
            int n = row / s.i();
            for (int k = 0; k < s.k(); k++) {
                double sum = 0;
                for (int j = 0; j < s.j(); j++) {
                    sum += g[row * s.j() + j] * b[(n * s.k() + k) * s.j() + j];
                }
                da[row * s.k() + k] = sum;
            }
        });
    }

    /** db[n, k, j] = sum over i of a[n, i, k] * g[n, i, j]. */
    @Override
    public void backwardB(Buffer gs, Buffer as, Buffer dbs, Sizes s) {
        double[] g = values(gs);
        double[] a = values(as);
        double[] db = values(dbs);
        device.forEach(s.n() * s.k(), row -> {
            int n = row / s.k();
            int k = row % s.k();
            for (int j = 0; j < s.j(); j++) {
                double sum = 0;
                for (int i = 0; i < s.i(); i++) {
                    sum += a[(n * s.i() + i) * s.k() + k] * g[(n * s.i() + i) * s.j() + j];
                }
                db[row * s.j() + j] = sum;
            }
        });
    }
}
