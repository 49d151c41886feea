package dev.vitrine.engine.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * One array in one file, as NumPy's {@code .npy}: a header in words, then the numbers in C order.
 *
 * <p>Source: "NEP 1: A simple file format for NumPy arrays", 2007.
 */
public final class Npy {
    private Npy() {}

    /**
     * Writes one array, version 1.0, byte for byte as {@code numpy.save}.
     *
     * @throws IOException if the folder is missing, full or cannot be written
     * @throws IllegalArgumentException if a number does not fit a whole-number {@code precision}
     */
    public static void write(Path file, HostArray array, Precision precision) throws IOException {
        AtomicFile.write(file, out -> write(out, array, precision));
    }

    static void write(OutputStream out, HostArray array, Precision precision) throws IOException {
        out.write(NpyHeader.write(array.shape(), precision));
        Numbers.write(out, array.values(), precision);
    }

    /**
     * Reads one array of version 1.0 or 2.0 with numbers of a {@link Precision}.
     *
     * @throws ArrayFileException if the file is something else, or not whole
     * @throws IOException if it cannot be read
     */
    public static HostArray read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(file, in, Files.size(file));
        } catch (NoSuchFileException e) {
            throw ArrayFileException.missing(file);
        }
    }

    /**
     * Reads one array.
     *
     * @param file for messages
     * @param bytes the length of {@code in}: checked before room is made for the numbers
     */
    static HostArray read(Object file, InputStream in, long bytes) throws IOException {
        NpyHeader header = NpyHeader.read(file, in);
        long expected = (long) header.shape().elements() * header.precision().bytes();
        long found = bytes - header.bytes();
        if (found != expected) {
            throw new ArrayFileException(
                    file,
                    "holds " + found + " bytes of numbers; expected " + expected + " for shape " + header.shape()
                            + "; it was " + (found < expected ? "cut off" : "altered") + ": write it again");
        }
        try {
            double[] values = Numbers.read(in, header.shape().elements(), header.precision());
            return new HostArray(header.shape(), header.order().toC(values, header.shape()));
        } catch (ArithmeticException e) {
            throw new ArrayFileException(file, e.getMessage() + "; convert it with array.astype('<f8')");
        }
    }
}
