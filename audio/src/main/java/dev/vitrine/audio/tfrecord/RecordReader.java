package dev.vitrine.audio.tfrecord;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a TFRecord file record by record.
 *
 * <pre>
 * uint64 length | uint32 masked CRC-32C of the length | length bytes | uint32 masked CRC-32C of the bytes
 * </pre>
 *
 * <p>All numbers are little-endian. Both checksums are checked. Memory is taken for what a file holds, never for what a
 * damaged length promises. Not for several threads.
 *
 * <p>Source: tensorflow/core/lib/io/record_writer.h.
 */
public final class RecordReader implements Closeable {
    static final int HEAD = Long.BYTES + Integer.BYTES;
    static final int TAIL = Integer.BYTES;
    private static final String DAMAGED = "; the file is damaged, copy or download it again";

    private final Path file;
    private final InputStream in;
    private final long size;
    private long begin;
    private long at;

    private RecordReader(Path file, InputStream in, long size) {
        this.file = file;
        this.in = in;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if there is none, or it cannot be opened; one line
     */
    public static RecordReader open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file; expected a TFRecord file");
        }
        return new RecordReader(file, new BufferedInputStream(Files.newInputStream(file), 1 << 16), Files.size(file));
    }

    /**
     * The bytes of the next record, or null after the last.
     *
     * @throws RecordException if the file ends within a record, or a checksum is wrong
     */
    public byte @Nullable [] next() throws IOException {
        begin = at;
        byte[] head = in.readNBytes(HEAD);
        if (head.length == 0) {
            return null;
        }
        long length = length(head);
        long left = size - begin - HEAD - TAIL;
        if (length < 0 || length > left || length > Integer.MAX_VALUE - HEAD - TAIL) {
            throw problem("the record's length is " + Long.toUnsignedString(length) + " bytes and " + Math.max(0, left)
                    + " are left" + DAMAGED);
        }
        byte[] body = in.readNBytes((int) length + TAIL);
        if (body.length < length + TAIL) {
            throw problem("the file ends within the record" + DAMAGED);
        }
        if (crcAt(body, (int) length) != MaskedCrc.of(body, 0, (int) length)) {
            throw problem("the checksum of the record's " + length + " bytes is wrong" + DAMAGED);
        }
        at = begin + HEAD + length + TAIL;
        byte[] record = new byte[(int) length];
        System.arraycopy(body, 0, record, 0, record.length);
        return record;
    }

    private long length(byte[] head) throws RecordException {
        if (begin == 0 && head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            throw problem("the file is compressed; expected plain TFRecord; unpack it with: gunzip");
        }
        if (head.length < HEAD) {
            throw problem("the file ends within a record's length" + DAMAGED);
        }
        if (crcAt(head, Long.BYTES) != MaskedCrc.of(head, 0, Long.BYTES)) {
            throw problem(
                    begin == 0
                            ? "the checksum of the first record's length is wrong; expected a TFRecord file; if it is"
                                    + " one, it is damaged: copy or download it again"
                            : "the checksum of the record's length is wrong" + DAMAGED);
        }
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static int crcAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    /** Where the record that was read last begins, in bytes from the beginning of the file. */
    public long offset() {
        return begin;
    }

    /** Where the record that was read last ends, in bytes from the beginning of the file. */
    public long end() {
        return at;
    }

    /** The problem with the record that was read last, as one line with file and byte. */
    public RecordException problem(String what) {
        return new RecordException(file, begin, what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
