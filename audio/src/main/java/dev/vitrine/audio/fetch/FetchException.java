package dev.vitrine.audio.fetch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something did not come, or not as it should. The message is one line: what, from where, why, what to do. */
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    FetchException(String message) {
        super(message);
    }

    FetchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
