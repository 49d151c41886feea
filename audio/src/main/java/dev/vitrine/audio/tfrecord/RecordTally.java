package dev.vitrine.audio.tfrecord;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a bundle of records holds, whatever their order: how many, how many bytes, and the sum of their checksums. Two
 * bundles with equal tallies hold the same records, but for a chance of about one in 2^32.
 *
 * @param records how many
 * @param bytes of all records without their frames
 * @param checksums sum of the records' masked CRC-32C
 */
public record RecordTally(long records, long bytes, long checksums) {
    static final RecordTally NOTHING = new RecordTally(0, 0, 0);

    RecordTally plus(byte[] record) {
        long checksum = Integer.toUnsignedLong(MaskedCrc.of(record, 0, record.length));
        return new RecordTally(records + 1, bytes + record.length, checksums + checksum);
    }

    RecordTally plus(RecordTally other) {
        return new RecordTally(records + other.records, bytes + other.bytes, checksums + other.checksums);
    }

    /** Reads a file and checks every frame. */
    static RecordTally of(Path file) throws IOException {
        RecordTally tally = NOTHING;
        try (RecordReader reader = RecordReader.open(file)) {
            for (byte[] record = reader.next(); record != null; record = reader.next()) {
                tally = tally.plus(record);
            }
        }
        return tally;
    }

    /**
     * Requires what was written to be what was read.
     *
     * @throws IOException if it is not; one line
     */
    void requireWritten(RecordTally written, Path target) throws IOException {
        if (!equals(written)) {
            throw new IOException(target + ": " + records + " records of " + bytes + " bytes were read and "
                    + written.records + " of " + written.bytes
                    + " bytes were written, or not the same; nothing is kept: is the disk damaged?");
        }
    }
}
