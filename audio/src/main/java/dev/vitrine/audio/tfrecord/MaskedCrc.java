package dev.vitrine.audio.tfrecord;

import java.util.zip.CRC32C;

/**
 * The checksum of TFRecord: CRC-32C, turned right by 15 bits, plus a constant. It is masked so that the checksum of bytes
 * that hold checksums themselves stays a good one.
 *
 * <p>Source: tensorflow/core/lib/hash/crc32c.h, {@code Mask}.
 */
final class MaskedCrc {
    private static final int DELTA = 0xa282ead8;

    private MaskedCrc() {}

    static int of(byte[] bytes, int first, int count) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, first, count);
        return Integer.rotateRight((int) crc.getValue(), 15) + DELTA;
    }
}
