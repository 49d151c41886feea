package dev.vitrine.engine.op.linear;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.linear.Linear.Sizes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which kernel of {@code linear.cl} is launched how. */
final class LinearOpenCl implements Linear.Kernels {
    /** Items that one partial sum of the gradients of weight and bias takes. */
    private static final int CHUNK = 64;

    /** Items, or outputs, that a loaded value serves. */
    private static final int BLOCK = 4;

    private final OpenClDevice device;

    LinearOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y, Sizes s) {
        // A kernel's argument cannot be left out: where there is no bias, the weight stands in and is not read.
        kernel("forward")
                .launch(
                        WorkSize.groups(device.profile(), blocks(s.o()), blocks(s.n())),
                        x,
                        w,
                        b != null ? b : w,
                        y,
                        s.n(),
                        s.i(),
                        s.o(),
                        b != null ? 1 : 0);
    }

    @Override
    public void backwardData(Buffer g, Buffer w, Buffer dx, Sizes s) {
        kernel("backward_data")
                .launch(WorkSize.row(device.profile(), s.i(), blocks(s.n())), g, w, dx, s.n(), s.i(), s.o());
    }

    @Override
    public void backwardWeights(Buffer g, Buffer x, Buffer dw, Sizes s) {
        int parts = parts(s);
        chunked(
                dw,
                parts,
                sums -> kernel("backward_weights")
                        .launch(
                                WorkSize.row(device.profile(), s.i(), blocks(s.o()), parts),
                                g,
                                x,
                                sums,
                                s.n(),
                                s.i(),
                                s.o(),
                                CHUNK));
    }

    @Override
    public void backwardBias(Buffer g, Buffer db, Sizes s) {
        int parts = parts(s);
        chunked(
                db,
                parts,
                sums -> kernel("backward_bias")
                        .launch(WorkSize.row(device.profile(), s.o(), parts), g, sums, s.n(), s.o(), CHUNK));
    }

    private int blocks(int count) {
        return (count + block() - 1) / block();
    }

    private int block() {
        return device.profile().kept(BLOCK);
    }

    private static int parts(Sizes s) {
        return (s.n() + CHUNK - 1) / CHUNK;
    }

    /** Lets a kernel sum each chunk into a place of its own, and adds the chunks; one chunk alone is the sum already. */
    private void chunked(Buffer sums, int parts, Consumer<Buffer> partialSums) {
        if (parts == 1) {
            partialSums.accept(sums);
            return;
        }
        Buffer partial = device.allocate(parts * sums.size());
        partialSums.accept(partial);
        kernel("total").launch(WorkSize.row(device.profile(), sums.size()), partial, sums, parts, sums.size());
        partial.release();
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(Linear.class, "linear.cl", name, Defines.of("BLOCK", block()));
    }
}
