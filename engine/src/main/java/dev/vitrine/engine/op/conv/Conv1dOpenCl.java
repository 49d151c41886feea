package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.Settings;
import dev.vitrine.engine.device.WorkSize;
import org.jspecify.annotations.Nullable;

/** Which kernel of {@code conv1d.cl} is launched how. */
final class Conv1dOpenCl implements Conv1d.Kernels {
    /** Positions that one partial weight gradient sums over: part of a long row, or several short ones. */
    private static final int CHUNK = 2048;

    /** Up to so many taps are multiplied at once. */
    private static final int FEW_TAPS = 9;

    /** Up to so many sums the weight gradient keeps for each channel. */
    private static final int MOST_TAPS = 5;

    private static final int MOST_CHANNELS = 16;

    /** Vectors that a core of x86 with AVX-512, or of ARM, keeps at hand. */
    private static final int REGISTERS = 32;

    private final OpenClDevice device;

    Conv1dOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y, Conv1dSizes s) {
        Settings settings = device.settings("conv1d.forward", s);
        Profile profile = settings.forRows();
        int block = settings.of(Knob.CHANNELS, ChannelBlock.fitting(s.groupO(), kept(MOST_CHANNELS)));
        kernel("forward", s, s.groupO(), block, profile)
                .launch(
                        WorkSize.row(profile, s.outputLength(), ceilDiv(s.groupO(), block), s.n() * s.groups()),
                        x,
                        w,
                        orElse(b, w),
                        y,
                        s.groups(),
                        s.groupC(),
                        s.length(),
                        s.groupO(),
                        s.outputLength(),
                        s.before(),
                        flag(b));
    }

    @Override
    public void backwardData(Buffer g, Buffer w, Buffer dx, Conv1dSizes s) {
        Settings settings = device.settings("conv1d.backward_data", s);
        Profile profile = settings.forRows();
        int block = settings.of(Knob.CHANNELS, ChannelBlock.fitting(s.groupC(), kept(REGISTERS * 3 / 4 / s.stride())));
        kernel("backward_data", s, s.groupC(), block, profile)
                .launch(
                        WorkSize.row(
                                profile,
                                ceilDiv(s.length(), s.stride()),
                                ceilDiv(s.groupC(), block),
                                s.n() * s.groups()),
                        g,
                        w,
                        dx,
                        s.groups(),
                        s.groupC(),
                        s.length(),
                        s.groupO(),
                        s.outputLength(),
                        s.before() / s.stride());
    }

    @Override
    public void backwardWeights(Buffer g, Buffer x, Buffer dw, @Nullable Buffer db, Conv1dSizes s) {
        ChannelsLast channelsLast = new ChannelsLast(device, s.asOneRow());
        if (channelsLast.pays()) {
            Buffer partial = device.allocate(channelsLast.parts() * (s.o() * s.groupC() * s.k() + s.o()));
            channelsLast.sumParts(g, x, partial);
            total(partial, dw, db, s, channelsLast.parts(), gradBlock(s), device.profile());
            partial.release();
        } else {
            plainBackwardWeights(g, x, dw, db, s);
        }
    }

    private void plainBackwardWeights(Buffer g, Buffer x, Buffer dw, @Nullable Buffer db, Conv1dSizes s) {
        Settings settings = device.settings("conv1d.backward_weights", s);
        Profile profile = settings.forGroups();
        int block = settings.of(Knob.CHANNELS, gradBlock(s));
        int chunk = settings.of(Knob.CHUNK, CHUNK);
        int rows = Math.max(1, chunk / s.outputLength());
        int parts = ceilDiv(s.n(), rows) * ceilDiv(s.outputLength(), chunk);
        Buffer partial = device.allocate(parts * (s.o() * s.groupC() * s.k() + s.o()));
        kernel("weights_partial", s, s.groupO(), block, profile)
                .launch(
                        WorkSize.groups(
                                profile,
                                s.groups()
                                        * ceilDiv(s.groupO(), block)
                                        * (s.groupC() + flag(db))
                                        * ceilDiv(s.k(), taps(s)),
                                parts),
                        g,
                        x,
                        partial,
                        s.n(),
                        s.groups(),
                        s.groupC(),
                        s.length(),
                        s.groupO(),
                        s.outputLength(),
                        s.before(),
                        rows,
                        chunk,
                        flag(db));
        total(partial, dw, db, s, parts, block, profile);
        partial.release();
    }

    private void total(
            Buffer partial, Buffer dw, @Nullable Buffer db, Conv1dSizes s, int parts, int block, Profile profile) {
        int weights = s.o() * s.groupC() * s.k();
        kernel("weights_total", s, s.groupO(), block, profile)
                .launch(
                        WorkSize.items(weights + flag(db) * s.o()),
                        partial,
                        dw,
                        orElse(db, dw),
                        parts,
                        weights,
                        s.o(),
                        flag(db));
    }

    private int gradBlock(Conv1dSizes s) {
        return ChannelBlock.fitting(s.groupO(), kept((REGISTERS - 2) / taps(s)));
    }

    private int kept(int most) {
        return device.profile().kept(Math.max(1, most));
    }

    private OpenClKernel kernel(String name, Conv1dSizes s, int channels, int block, Profile profile) {
        Defines defines = Defines.of("K", s.k())
                .and("STRIDE", s.stride())
                .and("DILATION", s.dilation())
                .and("PHASE", s.before() % s.stride())
                .and("AT_ONCE", s.k() <= FEW_TAPS ? s.k() : turn(s))
                .and("TAPS", taps(s))
                .and("TAP_BLOCKS", ceilDiv(s.k(), taps(s)))
                .and("BLOCK", block)
                .and("TAIL", channels % block == 0 ? 0 : 1);
        return device.kernel(Conv1d.class, "conv1d.cl", name, defines, profile);
    }

    /** Neighbouring taps that are loaded together where vectors are wide: {@code TAPS_TOGETHER} in {@code vector.cl}. */
    private static int turn(Conv1dSizes s) {
        return s.dilation() == 1 && (s.stride() == 2 || s.stride() == 4 || s.stride() == 8) ? s.stride() : 1;
    }

    /** Taps that a work-item of the weight gradient takes: all, or whole turns of an even share. */
    private static int taps(Conv1dSizes s) {
        if (s.k() <= MOST_TAPS) {
            return s.k();
        }
        int most = Math.max(1, MOST_TAPS / turn(s)) * turn(s);
        int blocks = ceilDiv(s.k(), most);
        return ceilDiv(ceilDiv(s.k(), blocks), turn(s)) * turn(s);
    }

    /** A kernel's argument cannot be left out: where there is no bias, any buffer stands in. */
    private static Buffer orElse(@Nullable Buffer bias, Buffer standIn) {
        return bias != null ? bias : standIn;
    }

    private static int flag(@Nullable Buffer bias) {
        return bias != null ? 1 : 0;
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
