package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.Settings;
import dev.vitrine.engine.device.WorkSize;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which kernel of {@code conv2d.cl} is launched how. */
final class Conv2dOpenCl implements Conv2d.Kernels {
    /** Sums that a work-item keeps in registers; of the 32 that a CPU has at most, inputs and marks want some. */
    private static final int SUMS = 24;

    /** Channels for which a value is used once it has been loaded. */
    private static final int MOST_CHANNELS = 8;

    /** Rows for which a weight is used once it has been loaded. */
    private static final int MOST_ROWS = 5;

    /** With more vectors in a row it pays to load less and to shift instead. */
    private static final int FEW_VECTORS = 2;

    /** Positions that one partial weight gradient sums over: several rows. */
    private static final int CHUNK = 4096;

    private final OpenClDevice device;

    Conv2dOpenCl(OpenClDevice device) {
        this.device = device;
    }

    @Override
    public void forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y, Conv2dSizes s) {
        Settings settings = device.settings("conv2d.forward", s);
        Profile profile = settings.forRows();
        Blocks blocks = Blocks.of(s, device.profile()).forward(settings);
        Buffer packed =
                pack(w, s, blocks, profile, blocks.out(), s.groupO(), s.groupC() * s.taps(), s.groupC(), s.taps());
        WorkSize size = WorkSize.row(
                profile,
                s.width().outputLength(),
                ceilDiv(s.height().outputLength(), blocks.rows()) * ceilDiv(s.groupO(), blocks.out()),
                s.n() * s.groups());
        kernel("forward", s, blocks, profile)
                .launch(
                        size,
                        x,
                        packed,
                        orElse(b, w),
                        y,
                        x.size(),
                        s.groups(),
                        s.groupC(),
                        s.height().length(),
                        s.width().length(),
                        s.groupO(),
                        s.height().outputLength(),
                        s.width().outputLength(),
                        s.height().before(),
                        s.width().before(),
                        flag(b));
        packed.release();
    }

    @Override
    public void backwardData(Buffer g, Buffer w, Buffer dx, Conv2dSizes s) {
        Settings settings = device.settings("conv2d.backward_data", s);
        Profile profile = settings.forRows();
        Blocks blocks = Blocks.of(s, device.profile()).backwardData(settings);
        Buffer packed =
                pack(w, s, blocks, profile, blocks.in(), s.groupC(), s.taps(), s.groupO(), s.groupC() * s.taps());
        int rowsOfPhase = ceilDiv(s.height().length(), s.height().stride());
        WorkSize size = WorkSize.row(
                profile,
                ceilDiv(s.width().length(), s.width().stride()),
                ceilDiv(rowsOfPhase, blocks.rows()) * s.height().stride() * ceilDiv(s.groupC(), blocks.in()),
                s.n() * s.groups());
        kernel("backward_data", s, blocks, profile)
                .launch(
                        size,
                        g,
                        packed,
                        dx,
                        g.size(),
                        s.groups(),
                        s.groupC(),
                        s.height().length(),
                        s.width().length(),
                        s.groupO(),
                        s.height().outputLength(),
                        s.width().outputLength(),
                        s.height().before(),
                        s.width().before() / s.width().stride());
        packed.release();
    }

    /** The weights in the order in which a kernel reads them; see {@code pack}. The caller gives them back. */
    private Buffer pack(
            Buffer w,
            Conv2dSizes s,
            Blocks blocks,
            Profile profile,
            int block,
            int channels,
            int step,
            int others,
            int otherStep) {
        Buffer packed = device.allocate(s.groups() * ceilDiv(channels, block) * others * s.taps() * block);
        WorkSize size = WorkSize.row(profile, packed.size());
        kernel("pack", s, blocks, profile)
                .launch(size, w, packed, packed.size(), block, channels, step, others, otherStep);
        return packed;
    }

    @Override
    public void backwardWeights(Buffer g, Buffer x, Buffer dw, @Nullable Buffer db, Conv2dSizes s) {
        ChannelsLast channelsLast = new ChannelsLast(device, s);
        if (channelsLast.pays()) {
            Buffer partial = device.allocate(channelsLast.parts() * (s.weights() + s.o()));
            channelsLast.sumParts(g, x, partial);
            Profile profile = device.profile();
            total(partial, dw, db, s, channelsLast.parts(), Blocks.of(s, profile), profile);
            partial.release();
        } else {
            plainBackwardWeights(g, x, dw, db, s);
        }
    }

    private void plainBackwardWeights(Buffer g, Buffer x, Buffer dw, @Nullable Buffer db, Conv2dSizes s) {
        Settings settings = device.settings("conv2d.backward_weights", s);
        Profile profile = settings.forGroups();
        Blocks blocks = Blocks.of(s, device.profile()).backwardWeights(settings);
        int rows = Math.max(1, settings.of(Knob.CHUNK, CHUNK) / s.width().outputLength());
        int parts = ceilDiv(s.n() * s.height().outputLength(), rows);
        int sums =
                ceilDiv(s.groupO(), blocks.grad()) * s.c() * ceilDiv(s.height().k(), blocks.tapRows());
        Buffer partial = device.allocate(parts * (s.weights() + s.o()));
        kernel("weights_partial", s, blocks, profile)
                .launch(
                        WorkSize.groups(profile, sums, parts),
                        g,
                        x,
                        partial,
                        g.size(),
                        x.size(),
                        s.n(),
                        s.groups(),
                        s.groupC(),
                        s.height().length(),
                        s.width().length(),
                        s.groupO(),
                        s.height().outputLength(),
                        s.width().outputLength(),
                        s.height().before(),
                        s.width().before(),
                        rows);
        total(partial, dw, db, s, parts, blocks, profile);
        partial.release();
    }

    private void total(
            Buffer partial, Buffer dw, @Nullable Buffer db, Conv2dSizes s, int parts, Blocks blocks, Profile profile) {
        kernel("weights_total", s, blocks, profile)
                .launch(
                        WorkSize.row(profile, s.weights() + s.o()),
                        partial,
                        dw,
                        orElse(db, dw),
                        parts,
                        s.weights(),
                        s.o(),
                        flag(db));
    }

    private OpenClKernel kernel(String name, Conv2dSizes s, Blocks blocks, Profile profile) {
        Defines defines = Defines.of("KH", s.height().k())
                .and("KW", s.width().k())
                .and("SH", s.height().stride())
                .and("SW", s.width().stride())
                .and("DH", s.height().dilation())
                .and("DW", s.width().dilation())
                .and("PHASE", s.width().before() % s.width().stride())
                .and("ROWS", blocks.rows())
                .and("LONG_ROWS", s.width().length() > FEW_VECTORS * profile.vectorWidth() ? 1 : 0)
                .and("OUT_BLOCK", blocks.out())
                .and("IN_BLOCK", blocks.in())
                .and("TAP_ROWS", blocks.tapRows())
                .and("GRAD_BLOCK", blocks.grad());
        return device.kernel(Conv2d.class, "conv2d.cl", name, defines, profile);
    }

    /**
     * What one work-item keeps in registers.
     *
     * @param rows rows that a weight serves once it has been loaded
     * @param out output channels that an input serves once it has been loaded
     * @param in input channels that a gradient serves
     * @param tapRows rows of taps for which a gradient of the weights is summed at once
     * @param grad output channels for which it is
     */
    private record Blocks(int rows, int out, int in, int tapRows, int grad) {
        static Blocks of(Conv2dSizes s, Profile profile) {
            int rows = rows(
                    Math.min(
                            s.height().outputLength(),
                            ceilDiv(s.height().length(), s.height().stride())),
                    profile);
            int tapRows = ChannelBlock.fitting(
                    s.height().k(), profile.kept(Math.max(1, SUMS / s.width().k())));
            return new Blocks(
                    rows,
                    fitting(s.groupO(), rows, profile),
                    fitting(s.groupC(), rows * s.width().stride(), profile),
                    tapRows,
                    fitting(s.groupO(), tapRows * s.width().k(), profile));
        }

        /** Two rows or more, of those numbers of rows with which the last block overhangs least. */
        private static int rows(int count, Profile profile) {
            return IntStream.rangeClosed(Math.min(2, count), Math.min(MOST_ROWS, count))
                    .map(profile::kept)
                    .boxed()
                    .min(Comparator.comparingInt(rows -> ceilDiv(count, rows) * rows))
                    .orElseThrow();
        }

        Blocks forward(Settings settings) {
            return new Blocks(settings.of(Knob.ROWS, rows), settings.of(Knob.CHANNELS, out), in, tapRows, grad);
        }

        Blocks backwardData(Settings settings) {
            return new Blocks(settings.of(Knob.ROWS, rows), out, settings.of(Knob.CHANNELS, in), tapRows, grad);
        }

        Blocks backwardWeights(Settings settings) {
            return new Blocks(rows, out, in, settings.of(Knob.ROWS, tapRows), settings.of(Knob.CHANNELS, grad));
        }

        /** The channels for each of which {@code sums} sums are kept. */
        private static int fitting(int channels, int sums, Profile profile) {
            return ChannelBlock.fitting(channels, profile.kept(Math.max(1, Math.min(MOST_CHANNELS, SUMS / sums))));
        }
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
