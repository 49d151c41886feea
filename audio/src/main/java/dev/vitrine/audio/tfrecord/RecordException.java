package dev.vitrine.audio.tfrecord;

import java.io.IOException;
import java.nio.file.Path;

/** A record cannot be read. The message is one line: the file, the byte where the record begins, what is wrong. */
public final class RecordException extends IOException {
    private static final long serialVersionUID = 1;

    RecordException(Path file, long offset, String problem) {
        super(file + ": byte " + offset + ": " + problem);
    }
}
