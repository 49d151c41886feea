package dev.vitrine.engine.io;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint cannot be used. The message is one line: the file, what was found, what was expected, what to do. */
public final class CheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    CheckpointException(Path file, String problem) {
        super("checkpoint " + file + " " + problem);
    }

    CheckpointException(ArrayFileException problem) {
        super("checkpoint " + problem.getMessage(), problem);
    }
}
