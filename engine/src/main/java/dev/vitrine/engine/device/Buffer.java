package dev.vitrine.engine.device;

/**
 * Numbers in a device's memory: {@code double} on the Java device, float32 on an OpenCL device.
 *
 * <p>A buffer belongs to the {@link Scope} that was open when it was made and is given back with it, or earlier by
 * {@link #release()}. Its first contents are undefined.
 */
public abstract sealed class Buffer permits JavaBuffer, OpenClBuffer {
    private final Scope scope;
    private final int size;
    private boolean released;
    private long version;

    Buffer(Scope scope, int size) {
        this.scope = scope;
        this.size = size;
    }

    /** The number of values. */
    public final int size() {
        return size;
    }

    /** A new buffer of the same size that lives as long as this one. */
    public final Buffer allocateBeside() {
        return scope.allocate(size);
    }

    /** Gives the memory back to the device. A second call does nothing. */
    public final void release() {
        if (!released) {
            released = true;
            giveBack();
        }
    }

    /** True after {@link #release()} or the end of the scope. */
    public final boolean isReleased() {
        return released;
    }

    /**
     * How often the host has changed the values. Backward compares it with what it was in the forward pass, to refuse
     * values that have been overwritten in between (PyTorch's version counter).
     */
    public final long version() {
        return version;
    }

    /** Counts a change made by a kernel; {@code write}, {@code fill}, {@code copyFrom} and {@code add} do it themselves. */
    public final void changed() {
        version++;
    }

    final void checkLive() {
        if (released) {
            throw new IllegalStateException("buffer of " + size
                    + " values was used after its release: the step that made it is over; copy values out before");
        }
    }

    final void checkSize(String what, int given) {
        checkLive();
        if (given != size) {
            throw new IllegalArgumentException(what + ": buffer holds " + size + " values, got " + given);
        }
    }

    abstract void giveBack();

    /** Sets all values; returns this. */
    public abstract Buffer write(float[] values);

    /** Sets all values (rounded to float32 on an OpenCL device); returns this. */
    public abstract Buffer write(double[] values);

    /** All values, copied. Waits for the device. */
    public abstract float[] toFloats();

    /** All values, copied. Waits for the device. */
    public abstract double[] toDoubles();

    /** Sets every value to {@code value}. */
    public abstract void fill(double value);

    /** this[i] = other[i]. */
    public abstract void copyFrom(Buffer other);

    /** this[i] += other[i]: how gradients of several uses add up. */
    public abstract void add(Buffer other);
}
