package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes an array as NumPy's {@code .npy}, version 1.0, C order.
 *
 * <p>Source: "NEP 1: A simple file format for NumPy arrays", 2007.
 */
public final class Npy {
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /**
     * Writes one array.
     *
     * @throws IOException if the folder is missing or cannot be written
     */
    public static void write(Path file, HostArray array, Precision precision) throws IOException {
        byte[] header = header(array.shape(), precision);
        ByteBuffer out = ByteBuffer.allocate(header.length + array.values().length * precision.bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(header);
        for (double value : array.values()) {
            precision.write(out, value);
        }
        AtomicFile.write(file, out.flip());
    }

    /** Magic, version, length, and a Python dictionary filled up with blanks so that the data begins at a multiple of 64. */
    private static byte[] header(Shape shape, Precision precision) {
        String axes =
                Arrays.stream(shape.toArray()).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '" + precision.numpy() + "', 'fortran_order': False, 'shape': (" + axes + "), }";
        int length = text.length() + 1;
        length += (ALIGNMENT - (10 + length) % ALIGNMENT) % ALIGNMENT;
        ByteBuffer out = ByteBuffer.allocate(10 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        out.put((byte) 1).put((byte) 0).putShort((short) length);
        out.put(text.getBytes(StandardCharsets.US_ASCII));
        while (out.remaining() > 1) {
            out.put((byte) ' ');
        }
        return out.put((byte) '\n').array();
    }
}
