package dev.vitrine.engine.device;

/** A device cannot be had or has failed. The message is one line: what, where, and what to do. */
public final class DeviceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DeviceException(String message) {
        super(message);
    }

    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
