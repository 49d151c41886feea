package dev.vitrine.engine.device;

import java.util.List;

/**
 * Several buffers that lie side by side, so that an optimiser updates all parameters in one launch.
 *
 * <p>On an OpenCL device the parts are sub-buffers of one stretch; the gaps that alignment leaves between them are
 * zero and stay zero. On the Java device each part is an array of its own.
 */
public final class FlatBuffer {
    private final List<Buffer> parts;
    private final List<Buffer> stretches;

    FlatBuffer(List<Buffer> parts, List<Buffer> stretches) {
        this.parts = List.copyOf(parts);
        this.stretches = List.copyOf(stretches);
    }

    /** The buffers in the order of the sizes asked for. */
    public List<Buffer> parts() {
        return parts;
    }

    /**
     * The stretches of memory that together hold all parts, gaps included: one on an OpenCL device, one per part on the
     * Java device.
     */
    public List<Buffer> stretches() {
        return stretches;
    }

    /** Sets everything to zero. */
    public void clear() {
        stretches.forEach(stretch -> stretch.fill(0));
        changed();
    }

    /** Tells that the stretches have been written to: each part counts as changed ({@link Buffer#version()}). */
    public void changed() {
        parts.forEach(Buffer::changed);
    }
}
