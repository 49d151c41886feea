package dev.vitrine.engine.io;

import java.io.IOException;

/** A file of arrays cannot be used. The message is one line: the file, what was found, what was expected, what to do. */
public final class ArrayFileException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the readers.
     *
     * @param file a path, or an entry inside a file
     * @param problem what was found; what was expected; what to do
     */
    ArrayFileException(Object file, String problem) {
        super(file + " " + problem);
    }

    static ArrayFileException missing(Object file) {
        return new ArrayFileException(file, "is missing; check its folder and its name");
    }
}
