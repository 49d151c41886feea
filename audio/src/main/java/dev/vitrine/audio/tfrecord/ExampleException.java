package dev.vitrine.audio.tfrecord;

import java.io.IOException;

/** The bytes of a record are not the message that was expected. {@link RecordFile} adds the file and the byte. */
public final class ExampleException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * With what is wrong.
     *
     * @param message what was found, what was expected
     */
    public ExampleException(String message) {
        super(message);
    }
}
