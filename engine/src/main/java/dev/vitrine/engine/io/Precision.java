package dev.vitrine.engine.io;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a number is written, little-endian. */
public enum Precision {
    /** IEEE 754 single precision, 4 bytes; a double is rounded to the nearest. */
    FLOAT32("F32", "<f4", 4),
    /** IEEE 754 double precision, 8 bytes. */
    FLOAT64("F64", "<f8", 8),
    /** Whole numbers from -2^31 to 2^31 - 1, 4 bytes. */
    INT32("I32", "<i4", 4),
    /** Whole numbers from -2^53 to 2^53, 8 bytes: beyond, a double skips some. */
    INT64("I64", "<i8", 8),
    /** Whole numbers from 0 to 255, 1 byte. */
    UINT8("U8", "|u1", 1);

    private static final long EXACT = 1L << 53;

    private final String safetensors;
    private final String numpy;
    private final int bytes;

    Precision(String safetensors, String numpy, int bytes) {
        this.safetensors = safetensors;
        this.numpy = numpy;
        this.bytes = bytes;
    }

    static Optional<Precision> called(String name, Function<Precision, String> language) {
        return Arrays.stream(values())
                .filter(p -> language.apply(p).equals(name))
                .findFirst();
    }

    static String all(Function<Precision, String> language) {
        return Arrays.stream(values()).map(language).collect(Collectors.joining(", "));
    }

    /** The name in a safetensors header. */
    String safetensors() {
        return safetensors;
    }

    /** The name in an npy header. */
    String numpy() {
        return numpy;
    }

    int bytes() {
        return bytes;
    }

    void write(ByteBuffer to, double value) {
        switch (this) {
            case FLOAT32 -> to.putFloat((float) value);
            case FLOAT64 -> to.putDouble(value);
            case INT32 -> to.putInt((int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case INT64 -> to.putLong(whole(value, -EXACT, EXACT));
            case UINT8 -> to.put((byte) whole(value, 0, 255));
        }
    }

    private long whole(double value, long least, long most) {
        if (value != Math.rint(value) || value < least || value > most) {
            throw new IllegalArgumentException(
                    value + " cannot be written as " + this + ": it takes whole numbers from " + least + " to " + most);
        }
        return (long) value;
    }

    double read(ByteBuffer from) {
        return switch (this) {
            case FLOAT32 -> from.getFloat();
            case FLOAT64 -> from.getDouble();
            case INT32 -> from.getInt();
            case INT64 -> exact(from.getLong());
            case UINT8 -> Byte.toUnsignedInt(from.get());
        };
    }

    private static double exact(long value) {
        if (value < -EXACT || value > EXACT) {
            throw new ArithmeticException("holds " + value + "; expected whole numbers from -2^53 to 2^53");
        }
        return value;
    }
}
