package dev.vitrine.audio.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes the checksums of an OGG file right, so that damage gets past them to the decoder (RFC 3533, section 6). */
final class OggChecksums {
    private static final int HEADER = 27;
    private static final int POLYNOMIAL = 0x04C11DB7;

    private OggChecksums() {}

    static byte[] mended(byte[] damaged) {
        byte[] ogg = damaged.clone();
        int at = 0;
        while (at + HEADER <= ogg.length && ogg[at] == 'O' && ogg[at + 1] == 'g') {
            int segments = ogg[at + 26] & 0xff;
            int end = at + HEADER + segments;
            for (int s = 0; s < segments && at + HEADER + s < ogg.length; s++) {
                end += ogg[at + HEADER + s] & 0xff;
            }
            if (end > ogg.length) {
                break;
            }
            ByteBuffer page = ByteBuffer.wrap(ogg).order(ByteOrder.LITTLE_ENDIAN);
            page.putInt(at + 22, 0);
            page.putInt(at + 22, checksum(ogg, at, end));
            at = end;
        }
        return ogg;
    }

    private static int checksum(byte[] bytes, int first, int end) {
        int sum = 0;
        for (int i = first; i < end; i++) {
            sum ^= bytes[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }
}
