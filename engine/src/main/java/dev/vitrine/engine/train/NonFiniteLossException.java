package dev.vitrine.engine.train;

/** The loss has become NaN or infinite. The message says in which step, and which value was the first. */
public final class NonFiniteLossException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NonFiniteLossException(String message) {
        super(message);
    }
}
