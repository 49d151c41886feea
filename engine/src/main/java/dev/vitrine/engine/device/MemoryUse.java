package dev.vitrine.engine.device;

/**
 * Device memory at one moment, in bytes.
 *
 * @param inUse held by live buffers
 * @param pooled free, kept for reuse
 * @param peak the largest sum of the two so far
 */
public record MemoryUse(long inUse, long pooled, long peak) {}
