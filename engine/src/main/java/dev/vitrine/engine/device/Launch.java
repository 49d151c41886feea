package dev.vitrine.engine.device;

/**
 * One launch of a kernel, timed by the device's own clock.
 *
 * @param kernel its file and its name in there, as in {@code conv1d.forward}
 * @param place on whose behalf it ran
 * @param nanoseconds from its start to its end; the wait before it is not counted
 * @param bytes of all buffers it was given, each once: what must be moved at least if each is read or written whole
 */
public record Launch(String kernel, Place place, long nanoseconds, long bytes) {}
