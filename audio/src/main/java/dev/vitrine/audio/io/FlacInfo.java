package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a FLAC file says of itself before the first frame. Read here and not by the decoder, which takes memory for
 * whatever a block promises.
 *
 * <p>Source: RFC 9639, sections 8.1 and 8.2.
 *
 * @param channels 1 to 8
 * @param bits of a sample, 4 to 24
 * @param total samples of each channel, 0 where it was not known
 * @param block the 34 bytes of STREAMINFO
 */
record FlacInfo(int sampleRate, int channels, int bits, long total, byte[] block) {
    private static final int BLOCK = 34;
    private static final int MD5 = 18;
    private static final int FEWEST_BITS = 4;
    private static final int MOST_BITS = 24;
    private static final int LAST = 0x80;

    /** Reads from the word {@code fLaC} to the first frame. */
    static FlacInfo read(Path file, CountedInput in) throws IOException {
        in.skipNBytes(4);
        FlacInfo info = null;
        int head;
        do {
            long at = in.at();
            byte[] start = in.readNBytes(4);
            if (start.length < 4) {
                throw cutOff(file, in);
            }
            head = start[0] & 0xff;
            int size = (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | (start[3] & 0xff);
            if (info == null) {
                info = first(file, at, head, size, in);
            } else if (in.skip(size) < size) {
                throw cutOff(file, in);
            }
        } while (head < LAST);
        return info;
    }

    private static FlacInfo first(Path file, long at, int head, int size, CountedInput in) throws IOException {
        if ((head & ~LAST) != 0 || size != BLOCK) {
            throw new AudioFileException(
                    file,
                    at,
                    "the first block is of type " + (head & ~LAST) + " and has " + size
                            + " bytes; expected STREAMINFO, type 0 and 34 bytes; record or copy it again");
        }
        byte[] block = in.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw cutOff(file, in);
        }
        long packed = ByteBuffer.wrap(block).getLong(10);
        FlacInfo info = new FlacInfo(
                (int) (packed >>> 44),
                (int) (packed >>> 41 & 7) + 1,
                (int) (packed >>> 36 & 31) + 1,
                packed & 0xFFFFFFFFFL,
                block);
        if (info.bits < FEWEST_BITS || info.bits > MOST_BITS) {
            throw new AudioFileException(
                    file,
                    at + 16,
                    "the file says its samples have " + info.bits
                            + " bits; expected 4 to 24; convert it with: flac -d IN.flac");
        }
        SampleRates.require(file, at + 14, info.sampleRate);
        return info;
    }

    private static AudioFileException cutOff(Path file, CountedInput in) {
        return new AudioFileException(
                file, in.at(), "the file is cut off before its first frame; record or copy it again");
    }

    /** The MD5 of all samples; zeros where it was not known. */
    byte[] md5() {
        return Arrays.copyOfRange(block, MD5, BLOCK);
    }

    /** A header for the decoder that says what matters alone; without a total it would not know the rate. */
    byte[] bareHeader() {
        ByteBuffer out = ByteBuffer.allocate(8 + BLOCK);
        out.put(new byte[] {'f', 'L', 'a', 'C', (byte) LAST, 0, 0, BLOCK}).put(block);
        long packed = out.getLong(8 + 10);
        return out.putLong(8 + 10, packed | 0xFFFFFFFFFL).array();
    }
}
