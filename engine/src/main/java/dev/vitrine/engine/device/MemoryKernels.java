package dev.vitrine.engine.device;

/** The three kernels that every buffer needs: fill, copy, add. */
final class MemoryKernels {
    private final OpenClKernel fill;
    private final OpenClKernel copy;
    private final OpenClKernel add;
    private final OpenClDevice device;

    MemoryKernels(OpenClDevice device) {
        this.device = device;
        fill = device.kernel(MemoryKernels.class, "memory.cl", "fill", Defines.NONE);
        copy = device.kernel(MemoryKernels.class, "memory.cl", "copy", Defines.NONE);
        add = device.kernel(MemoryKernels.class, "memory.cl", "add", Defines.NONE);
    }

    void fill(Buffer buffer, double value) {
        fill.launch(row(buffer), buffer, buffer.size(), (float) value);
    }

    void copy(Buffer from, Buffer to) {
        copy.launch(row(to), from, to, to.size());
    }

    void add(Buffer from, Buffer to) {
        add.launch(row(to), from, to, to.size());
    }

    private WorkSize row(Buffer buffer) {
        return WorkSize.row(device.profile(), buffer.size());
    }
}
