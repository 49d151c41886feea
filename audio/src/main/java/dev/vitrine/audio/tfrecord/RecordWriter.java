package dev.vitrine.audio.tfrecord;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes records, each in its frame; see {@link RecordReader}. The stream stays the caller's. */
public final class RecordWriter {
    private final OutputStream out;
    private long count;

    /** Writes to a stream, which should be buffered. */
    public RecordWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes one record. */
    public void write(byte[] record) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(RecordReader.HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(record.length).putInt(MaskedCrc.of(head.array(), 0, Long.BYTES));
        out.write(head.array());
        out.write(record);
        ByteBuffer tail = ByteBuffer.allocate(RecordReader.TAIL).order(ByteOrder.LITTLE_ENDIAN);
        out.write(tail.putInt(MaskedCrc.of(record, 0, record.length)).array());
        count++;
    }

    /** How many records have been written. */
    public long count() {
        return count;
    }
}
