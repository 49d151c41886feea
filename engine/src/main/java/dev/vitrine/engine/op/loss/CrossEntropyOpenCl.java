package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.loss.CrossEntropy.Saved;
import org.jspecify.annotations.Nullable;

/** Which kernel of {@code cross_entropy.cl} is launched how. */
final class CrossEntropyOpenCl implements CrossEntropy.Kernels {
    private final OpenClDevice device;

    CrossEntropyOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(
            Buffer z, Buffer t, @Nullable Buffer w, Buffer loss, Saved saved, CrossEntropySizes s, double e) {
        Buffer terms = device.allocate(s.examples());
        // A kernel's argument cannot be left out: where there are no weights, the logits stand in and are not read.
        kernel("forward")
                .launch(
                        WorkSize.row(device.profile(), s.examples()),
                        z,
                        t,
                        w != null ? w : z,
                        terms,
                        saved.weights(),
                        saved.logSum(),
                        s.c(),
                        s.p(),
                        s.examples(),
                        (float) e,
                        w != null ? 1 : 0);
        kernel("total")
                .launch(
                        WorkSize.groups(device.profile()),
                        terms,
                        saved.weights(),
                        loss,
                        saved.weightSum(),
                        s.examples());
        terms.release();
    }

    @Override
    public void backward(
            Buffer g, Buffer z, Buffer t, @Nullable Buffer w, Saved saved, Buffer dz, CrossEntropySizes s, double e) {
        kernel("backward")
                .launch(
                        WorkSize.row(device.profile(), s.examples()),
                        g,
                        z,
                        t,
                        w != null ? w : z,
                        saved.weights(),
                        saved.logSum(),
                        saved.weightSum(),
                        dz,
                        s.c(),
                        s.p(),
                        s.examples(),
                        (float) e,
                        w != null ? 1 : 0);
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(CrossEntropy.class, "cross_entropy.cl", name, Defines.NONE);
    }
}
