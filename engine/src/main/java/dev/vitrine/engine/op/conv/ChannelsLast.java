package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.WorkSize;

/**
 * How {@code channels_last.cl} sums the gradient of a convolution's weights; it takes the place of the plain kernels'
 * first part where it is the quicker one. A convolution along one axis is one of a single row.
 */
final class ChannelsLast {
    /** Sums that a work-item keeps in registers; of the 32 that a CPU has at most, gradients and inputs want some. */
    private static final int SUMS = 24;

    /** Vectors of gradients that serve one input. */
    private static final int MOST_VECTORS = 2;

    /** Positions that one partial sum takes. */
    private static final int CHUNK = 1024;

    /** A gradient must meet so many inputs for its turning round to pay. */
    private static final int LEAST_USES = 32;

    private final OpenClDevice device;
    private final Conv2dSizes s;

    ChannelsLast(OpenClDevice device, Conv2dSizes sizes) {
        this.device = device;
        this.s = sizes;
    }

    /** Whether it is the quicker way: the channels fill at least three quarters of their vectors, and are used enough. */
    boolean pays() {
        int lanes = lanes();
        int filled = ceilDiv(s.groupO(), lanes) * lanes;
        return lanes > 1 && 4 * s.groupO() >= 3 * filled && s.groupC() * s.taps() >= LEAST_USES;
    }

    int parts() {
        return ceilDiv(s.n() * s.outputPlane(), CHUNK);
    }

    /** Fills partial [parts, weights + biases] as the plain kernels do. */
    void sumParts(Buffer g, Buffer x, Buffer partial) {
        Blocks blocks = blocks();
        int last = ceilDiv(s.groupO(), blocks.outVectors() * lanes()) * blocks.outVectors() * lanes();
        Buffer turned = device.allocate(s.n() * s.groups() * s.outputPlane() * last);
        kernel("turn", blocks)
                .launch(
                        WorkSize.row(device.profile(), s.outputPlane(), last / lanes(), s.n() * s.groups()),
                        g,
                        turned,
                        s.groupO(),
                        s.outputPlane());
        kernel("weights_partial", blocks)
                .launch(
                        WorkSize.items(
                                ceilDiv(s.width().k(), blocks.columns())
                                        * ceilDiv(s.height().k(), blocks.rows()),
                                ceilDiv(s.groupC(), blocks.in()) * (last / lanes() / blocks.outVectors()) * s.groups(),
                                parts()),
                        turned,
                        x,
                        partial,
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
                        CHUNK);
        turned.release();
    }

    private OpenClKernel kernel(String name, Blocks blocks) {
        Defines defines = Defines.of("KH", s.height().k())
                .and("KW", s.width().k())
                .and("SH", s.height().stride())
                .and("SW", s.width().stride())
                .and("DH", s.height().dilation())
                .and("DW", s.width().dilation())
                .and("TAP_ROWS", blocks.rows())
                .and("TAP_COLUMNS", blocks.columns())
                .and("IN_BLOCK", blocks.in())
                .and("OUT_VECTORS", blocks.outVectors());
        return device.kernel(Conv2d.class, "channels_last.cl", name, defines);
    }

    private int lanes() {
        return device.profile().vectorWidth();
    }

    /**
     * What one work-item keeps in registers: {@code rows * columns} taps of {@code in} input channels and {@code
     * outVectors} vectors of output channels.
     */
    private record Blocks(int rows, int columns, int in, int outVectors) {}

    private Blocks blocks() {
        Profile profile = device.profile();
        int outVectors = ChannelBlock.fitting(ceilDiv(s.groupO(), lanes()), profile.kept(MOST_VECTORS));
        int sums = profile.kept(SUMS / outVectors);
        int columns = ChannelBlock.fitting(s.width().k(), sums);
        int rows = columns < s.width().k() ? 1 : ChannelBlock.fitting(s.height().k(), Math.max(1, sums / columns));
        int in = ChannelBlock.fitting(s.groupC(), Math.max(1, sums / (rows * columns)));
        return new Blocks(rows, columns, in, outVectors);
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }
}
