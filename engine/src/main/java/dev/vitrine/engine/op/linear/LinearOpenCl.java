package dev.vitrine.engine.op.linear;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.Settings;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.linear.Linear.Gradient;
import dev.vitrine.engine.op.linear.Linear.Sizes;
import org.jspecify.annotations.Nullable;

/** Which kernel of {@code linear.cl} is launched how. */
final class LinearOpenCl implements Linear.Kernels {
    /** Items that one partial sum of the gradients of weight and bias takes. */
    private static final int CHUNK = 64;

    /** Groups that a launch should have at least, so that all cores of a CPU are busy. */
    private static final int GROUPS = 16;

    /** Items, or outputs, that a loaded value serves. */
    private static final int BLOCK = 4;

    /** Vectors of inputs that a loaded gradient serves. */
    private static final int SPAN = 4;

    private final OpenClDevice device;

    LinearOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y, Sizes s, Activation activation) {
        Settings settings = device.settings("linear.forward", s);
        Profile profile = settings.forGroups();
        int block = settings.of(Knob.CHANNELS, block());
        int items = items(s, block);
        kernel("forward", s, activation, block, profile)
                .launch(
                        WorkSize.groups(profile, ceilDiv(s.o(), block), ceilDiv(s.n(), items)),
                        x,
                        w,
                        orElse(b, w),
                        y,
                        s.n(),
                        s.i(),
                        s.o(),
                        items,
                        b != null ? 1 : 0);
    }

    /** Items of one group: a block, or on a CPU several, as long as each core has some groups. */
    private int items(Sizes s, int block) {
        int blocks = ceilDiv(s.n(), block);
        if (device.profile().groupSize() > 1) {
            return block;
        }
        return block * Math.max(1, Math.min(blocks, blocks * ceilDiv(s.o(), block) / GROUPS));
    }

    @Override
    public void backwardData(Gradient gradient, Buffer w, Buffer dx, Sizes s) {
        Settings settings = device.settings("linear.backward_data", s);
        Profile profile = settings.forRows();
        int block = settings.of(Knob.CHANNELS, block());
        kernel("backward_data", s, gradient.activation(), block, profile)
                .launch(
                        WorkSize.row(profile, ceilDiv(s.i(), span(s)), ceilDiv(s.n(), block)),
                        gradient.g(),
                        gradient.y(),
                        w,
                        dx,
                        s.n(),
                        s.i(),
                        s.o());
    }

    @Override
    public void backwardWeights(Gradient gradient, Buffer x, Buffer dw, @Nullable Buffer db, Sizes s) {
        int parts = ceilDiv(s.n(), CHUNK);
        if (parts == 1) {
            sumParts(gradient, x, dw, db, s, 1);
            return;
        }
        Buffer weights = device.allocate(parts * s.o() * s.i());
        Buffer biases = device.allocate(parts * s.o());
        sumParts(gradient, x, weights, db == null ? null : biases, s, parts);
        total(weights, dw, s, parts);
        if (db != null) {
            total(biases, db, s, parts);
        }
        weights.release();
        biases.release();
    }

    private void sumParts(Gradient gradient, Buffer x, Buffer dw, @Nullable Buffer db, Sizes s, int parts) {
        kernel("backward_weights", s, gradient.activation(), block(), device.profile())
                .launch(
                        WorkSize.row(device.profile(), ceilDiv(s.i(), span(s)), blocks(s.o()), parts),
                        gradient.g(),
                        gradient.y(),
                        x,
                        dw,
                        orElse(db, dw),
                        s.n(),
                        s.i(),
                        s.o(),
                        CHUNK,
                        db != null ? 1 : 0);
    }

    private void total(Buffer partial, Buffer sums, Sizes s, int parts) {
        kernel("total", s, Activation.NONE, block(), device.profile())
                .launch(WorkSize.row(device.profile(), sums.size()), partial, sums, parts, sums.size());
    }

    private int blocks(int count) {
        return ceilDiv(count, block());
    }

    private int block() {
        return device.profile().kept(BLOCK);
    }

    /** Vectors of one work-item: as even a share as there is. On a GPU neighbouring work-items read neighbours instead. */
    private int span(Sizes s) {
        Profile profile = device.profile();
        if (profile.groupSize() > 1) {
            return 1;
        }
        int vectors = ceilDiv(s.i(), profile.vectorWidth());
        return ceilDiv(vectors, ceilDiv(vectors, profile.kept(SPAN)));
    }

    private OpenClKernel kernel(String name, Sizes s, Activation activation, int block, Profile profile) {
        Defines defines =
                Defines.of("BLOCK", block).and("SPAN", span(s)).and("RELU", activation == Activation.RELU ? 1 : 0);
        return device.kernel(Linear.class, "linear.cl", name, defines, profile);
    }

    /** A kernel's argument cannot be left out: where there is no bias, any buffer stands in, and is not touched. */
    private static Buffer orElse(@Nullable Buffer bias, Buffer standIn) {
        return bias != null ? bias : standIn;
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
