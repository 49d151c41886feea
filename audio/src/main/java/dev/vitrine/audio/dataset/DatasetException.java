package dev.vitrine.audio.dataset;

import java.io.IOException;

/** A folder does not hold the data set that was asked for. The message is one line: what, where, what was expected. */
public final class DatasetException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * With what is wrong.
     *
     * @param message one line
     */
    public DatasetException(String message) {
        super(message);
    }
}
