package dev.vitrine.experiments;

import org.jspecify.annotations.Nullable;

/**
 * Wrong use or bad input: its one-line message is all that the user sees, and the program ends with 2.
 *
 * <p>The message says what is wrong, where, what was expected and what to do.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * With a message alone.
     *
     * @param message one line for the user
     */
    public UserError(String message) {
        super(message);
    }

    /**
     * With the problem that was met.
     *
     * @param message one line for the user
     * @param cause shown only with {@code --debug}
     */
    public UserError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
