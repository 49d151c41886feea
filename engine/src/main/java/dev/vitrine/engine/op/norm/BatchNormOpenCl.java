package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.Settings;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.norm.BatchNorm.Affine;
import dev.vitrine.engine.op.norm.BatchNorm.Options;
import dev.vitrine.engine.op.norm.BatchNorm.Saved;

/** Which kernel of {@code batchnorm.cl} is launched how: a group of work-items for each chunk of each plane. */
final class BatchNormOpenCl implements BatchNorm.Kernels {
    /** Values that one work-item takes of a row; on a CPU, where it is alone in its group, as many as a cache holds. */
    private static final int PER_ITEM = 16;

    private static final int PER_LONE_ITEM = 8192;

    private final OpenClDevice device;
    private final int usualChunk;

    BatchNormOpenCl(OpenClDevice device) {
        this.device = device;
        int group = device.profile().groupSize();
        usualChunk = group == 1 ? PER_LONE_ITEM : group * device.profile().vectorWidth() * PER_ITEM;
    }

    @Override
    public void batchStatistics(Buffer x, Saved saved, RunningStatistics running, BatchNormSizes s, Options options) {
        Buffer partial = device.allocate(2 * s.planes() * ceilDiv(s.length(), chunk(s)));
        kernel("statistics_partial", Activation.NONE, s)
                .launch(groups(s, s.length(), chunk(s)), x, partial, s.length(), chunk(s));
        kernel("statistics_total", Activation.NONE, s)
                .launch(
                        WorkSize.items(s.c()),
                        partial,
                        saved.mean(),
                        saved.rstd(),
                        running.mean().buffer(),
                        running.variance().buffer(),
                        s.n(),
                        s.c(),
                        s.length(),
                        chunk(s),
                        (float) options.eps(),
                        (float) options.momentum());
        partial.release();
    }

    @Override
    public void runningStatistics(Saved saved, RunningStatistics running, BatchNormSizes s, Options options) {
        kernel("running_statistics", Activation.NONE, s)
                .launch(
                        WorkSize.items(s.c()),
                        running.mean().buffer(),
                        running.variance().buffer(),
                        saved.mean(),
                        saved.rstd(),
                        (float) options.eps());
    }

    @Override
    public void forward(Buffer x, Affine affine, Saved saved, Buffer y, BatchNormSizes s, Activation activation) {
        kernel("forward", activation, s)
                .launch(
                        groups(s, vectors(s, s.outputHeight(), s.outputWidth()), vectorsPerGroup(s)),
                        x,
                        affine.gamma(),
                        affine.beta(),
                        saved.mean(),
                        saved.rstd(),
                        y,
                        x.size(),
                        s.c(),
                        s.height(),
                        s.width(),
                        vectorsPerGroup(s));
    }

    @Override
    public void backwardAffine(
            Buffer g, Buffer x, Affine affine, Affine gradient, Saved saved, BatchNormSizes s, Activation activation) {
        int outputs = vectors(s, s.outputHeight(), s.outputWidth());
        Buffer partial = device.allocate(2 * s.planes() * ceilDiv(outputs, vectorsPerGroup(s)));
        kernel("affine_partial", activation, s)
                .launch(
                        groups(s, outputs, vectorsPerGroup(s)),
                        g,
                        x,
                        affine.gamma(),
                        affine.beta(),
                        saved.mean(),
                        saved.rstd(),
                        partial,
                        x.size(),
                        s.c(),
                        s.height(),
                        s.width(),
                        vectorsPerGroup(s));
        kernel("affine_total", activation, s)
                .launch(
                        WorkSize.items(s.c()),
                        partial,
                        saved.rstd(),
                        gradient.gamma(),
                        gradient.beta(),
                        s.n(),
                        s.c(),
                        ceilDiv(outputs, vectorsPerGroup(s)));
        partial.release();
    }

    @Override
    public void backwardData(
            Buffer g,
            Buffer x,
            Affine affine,
            Affine gradient,
            Saved saved,
            Buffer dx,
            BatchNormSizes s,
            Activation activation,
            double share) {
        int tilesDown = ceilDiv(s.height(), s.pool().height());
        int tilesAcross = ceilDiv(s.width(), s.pool().width());
        kernel("backward_data", activation, s)
                .launch(
                        groups(s, vectors(s, tilesDown, tilesAcross), vectorsPerGroup(s)),
                        g,
                        x,
                        affine.gamma(),
                        affine.beta(),
                        gradient.gamma(),
                        gradient.beta(),
                        saved.mean(),
                        saved.rstd(),
                        dx,
                        x.size(),
                        s.c(),
                        s.height(),
                        s.width(),
                        vectorsPerGroup(s),
                        (float) share);
    }

    /** A group for each chunk of what there is in each plane. */
    private WorkSize groups(BatchNormSizes s, int inPlane, int chunk) {
        return WorkSize.groups(profile(s), ceilDiv(inPlane, chunk), s.planes());
    }

    /** Vectors that rows of tiles take. */
    private int vectors(BatchNormSizes s, int rows, int columns) {
        return rows * ceilDiv(columns, profile(s).vectorWidth());
    }

    /** Those that hold as many values as a chunk. */
    private int vectorsPerGroup(BatchNormSizes s) {
        Profile profile = profile(s);
        return Math.max(
                profile.groupSize(),
                chunk(s) / (profile.vectorWidth() * s.pool().values()));
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }

    private int chunk(BatchNormSizes s) {
        return settings(s).of(Knob.CHUNK, usualChunk);
    }

    private Profile profile(BatchNormSizes s) {
        return settings(s).forGroups();
    }

    /** All passes share them. */
    private Settings settings(BatchNormSizes s) {
        return device.settings("batchnorm", s);
    }

    private OpenClKernel kernel(String name, Activation activation, BatchNormSizes s) {
        Defines defines = Defines.of("RELU", activation == Activation.RELU ? 1 : 0)
                .and("POOL_H", s.pool().height())
                .and("POOL_W", s.pool().width());
        return device.kernel(BatchNorm.class, "batchnorm.cl", name, defines, profile(s));
    }
}
