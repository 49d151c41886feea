package dev.vitrine.engine.device;

import org.jocl.cl_mem;

/** Numbers of an OpenCL device: float32 in a {@code cl_mem}. */
final class OpenClBuffer extends Buffer {
    private final OpenClDevice device;
    private final cl_mem memory;

    OpenClBuffer(OpenClDevice device, Scope scope, cl_mem memory, int size) {
        super(scope, size);
        this.device = device;
        this.memory = memory;
    }

    static OpenClBuffer on(OpenClDevice device, Buffer buffer) {
        buffer.checkLive();
        if (buffer instanceof OpenClBuffer ours && ours.device == device) {
            return ours;
        }
        throw new IllegalArgumentException("an OpenCL kernel was given a buffer of another device");
    }

    cl_mem memory() {
        checkLive();
        return memory;
    }

    @Override
    void giveBack() {
        device.reuse(memory, size());
    }

    @Override
    public Buffer write(float[] values) {
        checkSize("write", values.length);
        device.write(memory, values);
        changed();
        return this;
    }

    @Override
    public Buffer write(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        return write(rounded);
    }

    @Override
    public float[] toFloats() {
        checkLive();
        return device.read(memory, size());
    }

    @Override
    public double[] toDoubles() {
        float[] values = toFloats();
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Override
    public void fill(double value) {
        device.memoryKernels().fill(this, value);
        changed();
    }

    @Override
    public void copyFrom(Buffer other) {
        checkSize("copyFrom", other.size());
        device.memoryKernels().copy(on(device, other), this);
        changed();
    }

    @Override
    public void add(Buffer other) {
        checkSize("add", other.size());
        device.memoryKernels().add(on(device, other), this);
        changed();
    }
}
