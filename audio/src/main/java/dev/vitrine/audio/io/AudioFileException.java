package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.file.Path;

/** A sound file cannot be read. The message is one line: the file, the byte, what stands there, what was expected. */
public final class AudioFileException extends IOException {
    private static final long serialVersionUID = 1;

    AudioFileException(Path file, long offset, String problem) {
        super(file + ": byte " + offset + ": " + problem);
    }
}
