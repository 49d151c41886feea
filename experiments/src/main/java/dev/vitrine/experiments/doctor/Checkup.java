package dev.vitrine.experiments.doctor;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.OpenClInfo;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs one small convolution on a device, forward and backward, and compares every number.
 *
 * <p>The Java loops are compared with the formula, OpenCL devices with the Java loops. A device that fails is a result,
 * and no error.
 */
public final class Checkup {
    private final SmallConvolution convolution = new SmallConvolution();
    private final Function<Device, Map<String, double[]>> pass;

    /** A checkup with the project's own convolution. */
    public Checkup() {
        this.pass = convolution::on;
    }

    /**
     * A checkup with another convolution on the checked device, to show that a wrong one is found.
     *
     * @param pass gives output and gradients by the names of {@link SmallConvolution}
     */
    public Checkup(Function<Device, Map<String, double[]>> pass) {
        this.pass = pass;
    }

    /** Checks the Java loops. */
    public Check ofJava() {
        return check(
                JavaDevice::new,
                "the formula",
                convolution.byFormula(),
                Comparison.allowed(Math.ulp(1d), SmallConvolution.LONGEST_SUM));
    }

    /** Checks an OpenCL device, in the profile that fits it. */
    public Check of(OpenClInfo info) {
        return ofFloats(() -> Devices.open(info, info.fittingProfile()));
    }

    Check ofFloats(Supplier<Device> open) {
        Map<String, double[]> expected;
        try (Device java = new JavaDevice()) {
            expected = convolution.on(java);
        }
        return check(open, "the Java loops", expected, Comparison.allowed(Math.ulp(1f), SmallConvolution.LONGEST_SUM));
    }

    private Check check(
            Supplier<? extends Device> open, String reference, Map<String, double[]> expected, double allowed) {
        try (Device device = open.get()) {
            long start = System.nanoTime();
            Map<String, double[]> first = pass.apply(device);
            long middle = System.nanoTime();
            Map<String, double[]> second = pass.apply(device);
            long end = System.nanoTime();
            Comparison worse =
                    Comparison.of(expected, first, allowed).orWorse(Comparison.of(expected, second, allowed));
            double compile = Math.max(0, (middle - start) - (end - middle)) / 1e9;
            return Check.of(reference, worse, compile, (end - middle) / 1e9);
        } catch (RuntimeException e) {
            return Check.failed(e); // whatever a driver throws is what the user wants to be told
        }
    }
}
