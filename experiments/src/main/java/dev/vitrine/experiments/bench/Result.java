package dev.vitrine.experiments.bench;

import dev.vitrine.experiments.RunFailure;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of one work on one device.
 *
 * @param device in words
 * @param size how much one step is
 * @param step milliseconds per training step
 * @param split where they go
 * @param inference milliseconds from one item on the device to its answer on the host
 * @param roof what the device does at most; empty where it was not measured
 * @param launches kernels launched in one step, 0 on the Java device
 * @param hostReads times the host waited for values inside a step
 */
public record Result(
        Work work,
        String device,
        Size size,
        Timing step,
        Split split,
        Timing inference,
        Optional<Roof> roof,
        long launches,
        long hostReads) {
    /**
     * How much one step is.
     *
     * @param batch items in a step
     * @param parameters trained values
     * @param operations floating-point operations of the layers' multiply-adds, forward and backward; each counts two
     */
    public record Size(int batch, int parameters, double operations) {}

    /** 10⁹ operations a second of the median step. */
    public double gigaflops() {
        return size.operations() / step.median() / 1e6;
    }

    /** The median step's share of the most operations a second, 0 to 1. */
    public OptionalDouble shareOfPeak() {
        return roof.isPresent()
                ? OptionalDouble.of(gigaflops() * 1e9 / roof.get().operations())
                : OptionalDouble.empty();
    }

    /** Milliseconds that the step's multiply-adds take at the peak: no step can be faster. */
    public OptionalDouble floor() {
        return roof.isPresent()
                ? OptionalDouble.of(size.operations() / roof.get().operations() * 1e3)
                : OptionalDouble.empty();
    }

    /** True if a step was faster than the device can be: then the measurement is wrong. */
    public boolean isImpossible() {
        return floor().isPresent() && step.min() < floor().getAsDouble();
    }

    /**
     * This result, if it can be.
     *
     * @throws RunFailure if a step was faster than the device can be
     */
    public Result possible() {
        if (isImpossible()) {
            throw new RunFailure(String.format(
                    Locale.ROOT,
                    "%s: %.3f ms is below the physical floor of this device, %.3f ms; the measurement is wrong",
                    work,
                    step.min(),
                    floor().orElseThrow()));
        }
        return this;
    }
}
