package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.OpenClDevice;

/**
 * What a device was measured to do at most, with the kernels in {@code roof.cl}.
 *
 * @param operations float32 operations a second; a multiply-add counts two
 * @param memoryBytes bytes a second, read or written, of arrays that no cache holds
 * @param cacheBytes the same of arrays that a cache holds
 * @param cacheSize arrays up to so many bytes in all count as held by a cache
 * @param launchSeconds that a launch takes in a queue of many
 */
public record Roof(double operations, double memoryBytes, double cacheBytes, long cacheSize, double launchSeconds) {
    /** Measures a device; it takes about a second. */
    public static Roof of(OpenClDevice device) {
        return RoofMeasurement.measure(device);
    }

    /** Bytes a second at most, for a kernel that touches so many. */
    public double bytesPerSecond(long bytes) {
        return bytes <= cacheSize ? cacheBytes : memoryBytes;
    }
}
