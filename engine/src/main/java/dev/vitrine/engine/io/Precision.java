package dev.vitrine.engine.io;

import java.nio.ByteBuffer;

/** How a number is written, little-endian. */
public enum Precision {
    /** IEEE 754 single precision, 4 bytes. */
    FLOAT32("F32", "<f4", 4),
    /** IEEE 754 double precision, 8 bytes. */
    FLOAT64("F64", "<f8", 8);

    private final String safetensors;
    private final String numpy;
    private final int bytes;

    Precision(String safetensors, String numpy, int bytes) {
        this.safetensors = safetensors;
        this.numpy = numpy;
        this.bytes = bytes;
    }

    String safetensors() {
        return safetensors;
    }

    String numpy() {
        return numpy;
    }

    int bytes() {
        return bytes;
    }

    void write(ByteBuffer to, double value) {
        if (this == FLOAT32) {
            to.putFloat((float) value);
        } else {
            to.putDouble(value);
        }
    }

    double read(ByteBuffer from) {
        return this == FLOAT32 ? from.getFloat() : from.getDouble();
    }
}
