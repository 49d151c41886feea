package dev.vitrine.engine.device;

import java.util.Arrays;

/** Numbers of the Java device: one array of doubles. */
public final class JavaBuffer extends Buffer {
    private final JavaDevice device;
    private final double[] values;

    JavaBuffer(JavaDevice device, Scope scope, double[] values) {
        super(scope, values.length);
        this.device = device;
        this.values = values;
    }

    /**
     * The array itself, for the loops of an op's Java half.
     *
     * @throws IllegalArgumentException if the buffer is on another device
     */
    public static double[] values(Buffer buffer) {
        buffer.checkLive();
        if (buffer instanceof JavaBuffer java) {
            return java.values;
        }
        throw new IllegalArgumentException("a Java loop was given a buffer of an OpenCL device");
    }

    @Override
    void giveBack() {
        device.reuse(values);
    }

    @Override
    public Buffer write(float[] from) {
        checkSize("write", from.length);
        for (int i = 0; i < from.length; i++) {
            values[i] = from[i];
        }
        changed();
        return this;
    }

    @Override
    public Buffer write(double[] from) {
        checkSize("write", from.length);
        System.arraycopy(from, 0, values, 0, from.length);
        changed();
        return this;
    }

    @Override
    public float[] toFloats() {
        checkLive();
        float[] copy = new float[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (float) values[i];
        }
        return copy;
    }

    @Override
    public double[] toDoubles() {
        checkLive();
        return values.clone();
    }

    @Override
    public void fill(double value) {
        checkLive();
        Arrays.fill(values, value);
        changed();
    }

    @Override
    public void copyFrom(Buffer other) {
        write(values(other));
    }

    @Override
    public void add(Buffer other) {
        double[] from = values(other);
        checkSize("add", from.length);
        for (int i = 0; i < from.length; i++) {
            values[i] += from[i];
        }
        changed();
    }
}
