package dev.vitrine.engine.device;

/** A place in a device's queue, behind all that had been launched when it was made by {@link Device#mark}. */
public interface Mark extends AutoCloseable {
    /** Whether the device has done all that lies before it. */
    boolean isReached();

    @Override
    void close();
}
