package dev.vitrine.audio.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an encoder notes in the first MP3 frame, which then holds no sound: how many frames follow, and how much silence
 * stands before and after the sound.
 *
 * <p>Source: "Mp3 Info Tag revision 1", G. Bouvigne, 2003; the decoder itself delays by 529 samples.
 *
 * @param isFrame whether there is such a frame
 * @param frames how many follow, 0 where it is not told
 * @param first the first sample that is sound
 * @param end the one after the last that is sound
 */
record GaplessTag(boolean isFrame, long frames, long first, long end) {
    /** As far as the tag may reach. */
    static final int REACH = 4096;

    private static final GaplessTag NONE = new GaplessTag(false, 0, 0, Long.MAX_VALUE);
    private static final int DECODER_DELAY = 529;
    private static final int LAME_BYTES = 24;

    static GaplessTag of(byte[] start) {
        int at = 0;
        while (at + 4 < start.length && !isSync(start, at)) {
            at++;
        }
        if (at + 4 >= start.length) {
            return NONE;
        }
        boolean mpeg1 = (start[at + 1] & 0x08) != 0;
        boolean mono = (start[at + 3] & 0xC0) == 0xC0;
        int sideInfo = mpeg1 ? mono ? 17 : 32 : mono ? 9 : 17;
        return read(start, at + 4 + sideInfo, mpeg1 ? 1152 : 576);
    }

    /** Eleven ones, and layer III. */
    private static boolean isSync(byte[] start, int at) {
        return start[at] == -1 && (start[at + 1] & 0xE6) == 0xE2;
    }

    private static GaplessTag read(byte[] start, int at, int samplesEach) {
        if (at + 8 > start.length
                || !(word(start, at, 4).equals("Xing") || word(start, at, 4).equals("Info"))) {
            return NONE;
        }
        ByteBuffer in = ByteBuffer.wrap(start, at + 4, start.length - at - 4);
        int flags = in.getInt();
        int length = ((flags & 1) + (flags >> 1 & 1) + (flags >> 3 & 1)) * 4 + (flags >> 2 & 1) * 100;
        if (in.remaining() < length + LAME_BYTES) {
            return new GaplessTag(true, 0, 0, Long.MAX_VALUE);
        }
        long frames = (flags & 1) == 0 ? 0 : in.getInt(in.position()) & 0xFFFFFFFFL;
        int lame = in.position() + length;
        int delays = in.getInt(lame + LAME_BYTES - 4) & 0xFFFFFF;
        if (frames == 0 || !word(start, lame, 4).matches("LAME|Lav[cf]")) {
            return new GaplessTag(true, frames, 0, Long.MAX_VALUE);
        }
        long first = (long) (delays >> 12) + DECODER_DELAY;
        long end = frames * samplesEach - Math.max(0, (delays & 0xFFF) - DECODER_DELAY);
        return first < end ? new GaplessTag(true, frames, first, end) : new GaplessTag(true, frames, 0, Long.MAX_VALUE);
    }

    private static String word(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    /** What of a block [L, channels] is sound; {@code before} samples of each channel came before it. */
    float[] trimmed(float[] block, long before, int channels) {
        int length = block.length / channels;
        int from = (int) Math.min(length, Math.max(0, first - before));
        int to = (int) Math.max(from, Math.min(length, end - before));
        return from == 0 && to == length ? block : Arrays.copyOfRange(block, from * channels, to * channels);
    }
}
