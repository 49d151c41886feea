package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.file.Path;

/** Passes over ID3v2 tags (title, pictures) that stand before the sound. Source: ID3 tag version 2.4.0, section 3.1. */
final class Id3 {
    private static final int HEADER = 10;

    private Id3() {}

    static boolean isAt(byte[] start) {
        return start.length >= 3 && start[0] == 'I' && start[1] == 'D' && start[2] == '3';
    }

    static void skip(Path file, CountedInput in) throws IOException {
        for (byte[] start = in.peek(HEADER); isAt(start); start = in.peek(HEADER)) {
            long size = HEADER;
            if (start.length == HEADER) {
                boolean footer = (start[5] & 0x10) != 0;
                size += (start[6] & 0x7fL) << 21 | (start[7] & 0x7f) << 14 | (start[8] & 0x7f) << 7 | (start[9] & 0x7f);
                size += footer ? HEADER : 0;
            }
            if (in.skip(size) < size) {
                throw new AudioFileException(
                        file, in.at(), "the file is cut off within its ID3 tag; record or copy it again");
            }
        }
    }
}
