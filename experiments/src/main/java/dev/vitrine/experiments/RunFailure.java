package dev.vitrine.experiments;

/**
 * The input was good and the work failed all the same: one line for the user, and the program ends
 * with 1.
 */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * With its message.
     *
     * @param message one line for the user
     */
    public RunFailure(String message) {
        super(message);
    }

    /**
     * With what lies behind it, for {@code --debug}.
     *
     * @param message one line for the user
     */
    public RunFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
