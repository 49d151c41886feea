package dev.vitrine.experiments.doctor;

import dev.vitrine.engine.device.OpenClInfo;

/**
 * What an OpenCL device says of itself, and the shape that kernels get on it.
 *
 * @param vectorWidth floats that the hardware works on at once, by its own word
 * @param profileVectorWidth floats per work-item, {@code V} in kernels
 * @param profileGroupSize work-items that share one reduction, {@code WGS} in kernels
 * @param tuning what {@code vitrine tune} found for the device, in words
 */
public record OpenClFacts(
        String name,
        String platform,
        String openClVersion,
        String driverVersion,
        OpenClInfo.Kind kind,
        int computeUnits,
        long memoryBytes,
        int vectorWidth,
        int profileVectorWidth,
        int profileGroupSize,
        String tuning) {

    /** Asks the device. */
    public static OpenClFacts of(OpenClInfo info, String tuning) {
        return new OpenClFacts(
                info.deviceName(),
                info.platformName(),
                info.version(),
                info.driverVersion(),
                info.kind(),
                info.computeUnits(),
                info.memoryBytes(),
                info.vectorWidth(),
                info.fittingProfile().vectorWidth(),
                info.fittingProfile().groupSize(),
                tuning);
    }
}
