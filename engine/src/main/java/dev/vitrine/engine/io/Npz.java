package dev.vitrine.engine.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Named arrays in one file, as {@code numpy.savez}: a zip of {@code NAME.npy}, stored without compression. */
public final class Npz {
    private static final String NPY = ".npy";
    /** The first moment that a zip can name: the same arrays make the same bytes whenever they are written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /**
     * Writes arrays in their order.
     *
     * @throws IOException if the folder is missing, full or cannot be written
     * @throws IllegalArgumentException if a number does not fit a whole-number {@code precision}
     */
    public static void write(Path file, Map<String, HostArray> arrays, Precision precision) throws IOException {
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, HostArray> array : arrays.entrySet()) {
                zip.putNextEntry(entry(array.getKey() + NPY, array.getValue(), precision));
                Npy.write(zip, array.getValue(), precision);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** A stored entry states its length and checksum before its bytes, so they are made twice. */
    private static ZipEntry entry(String name, HostArray array, Precision precision) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        Npy.write(checked, array, precision);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(NpyHeader.write(array.shape(), precision).length
                + (long) array.shape().elements() * precision.bytes());
        entry.setCrc(checked.getChecksum().getValue());
        return entry;
    }

    /**
     * Reads all arrays, in their order, also compressed ones.
     *
     * @throws ArrayFileException if the file or one of its arrays is something else, or not whole
     * @throws IOException if it cannot be read
     */
    public static Map<String, HostArray> read(Path file) throws IOException {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                arrays.put(name(file, entry), array(file, zip, entry));
            }
        } catch (NoSuchFileException e) {
            throw ArrayFileException.missing(file);
        } catch (ZipException | EOFException e) {
            throw new ArrayFileException(file, "is not a whole .npz file; expected a zip; write it with numpy.savez");
        }
        return arrays;
    }

    private static String name(Path file, ZipEntry entry) throws ArrayFileException {
        if (!entry.getName().endsWith(NPY)) {
            throw new ArrayFileException(
                    file, "holds " + entry.getName() + "; expected .npy entries only; write it with numpy.savez");
        }
        return entry.getName().substring(0, entry.getName().length() - NPY.length());
    }

    private static HostArray array(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        String name = file + ": " + entry.getName();
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), checksum)) {
            HostArray array = Npy.read(name, in, entry.getSize());
            if (checksum.getValue() != entry.getCrc()) {
                throw new ArrayFileException(
                        name,
                        "has checksum %08x; expected %08x; it was altered: write it again"
                                .formatted(checksum.getValue(), entry.getCrc()));
            }
            return array;
        }
    }
}
