package dev.vitrine.experiments.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.DeviceException;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.JavaDevice;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckupTest {
    private final SmallConvolution convolution = new SmallConvolution();

    /** A checkup of a device that gives one number with an error of {@code error}. */
    private Checkup wrongIn(String part, double error) {
        return new Checkup(device -> {
            Map<String, double[]> parts = convolution.on(device);
            Objects.requireNonNull(parts.get(part))[3] += error;
            return parts;
        });
    }

    @Test
    void javaLoopsAgreeWithTheFormula() {
        Check check = new Checkup().ofJava();
        assertThat(check.verdict()).as(check.words()).isEqualTo(Check.Verdict.RIGHT);
        assertThat(check.passSeconds()).isPositive();
    }

    @Test
    void everyOpenClDeviceIsRight() {
        boolean required = "required".equals(System.getProperty("vitrine.opencl"));
        Assumptions.assumeTrue(required || !Devices.openCl().isEmpty(), Devices::whyNoOpenCl);
        assertThat(Devices.openCl()).as(Devices.whyNoOpenCl()).isNotEmpty();
        assertThat(Devices.openCl()).allSatisfy(info -> {
            Check check = new Checkup().of(info);
            assertThat(check.verdict()).as(check.words()).isEqualTo(Check.Verdict.RIGHT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "gradient of the input", "gradient of the weight", "gradient of the bias"})
    void oneWrongNumberIsFound(String part) {
        Check java = wrongIn(part, 1e-9).ofJava();
        assertThat(java.verdict()).isEqualTo(Check.Verdict.WRONG);
        Check floats = wrongIn(part, 0.02).ofFloats(JavaDevice::new);
        assertThat(floats.verdict()).isEqualTo(Check.Verdict.WRONG);
        assertThat(floats.words())
                .startsWith("WRONG: worst difference from the Java loops")
                .endsWith("in the " + part);
    }

    @Test
    void notANumberIsFound() {
        Check check = wrongIn("gradient of the input", Double.NaN).ofJava();
        assertThat(check.verdict()).isEqualTo(Check.Verdict.WRONG);
        assertThat(check.words()).contains("NaN", "in the gradient of the input");
    }

    @Test
    void numberThatIsWrongOnceIsFound() {
        boolean[] done = {false};
        Checkup checkup = new Checkup(device -> {
            Map<String, double[]> parts = convolution.on(device);
            Objects.requireNonNull(parts.get("output"))[0] += done[0] ? 1 : 0;
            done[0] = true;
            return parts;
        });
        assertThat(checkup.ofJava().verdict()).isEqualTo(Check.Verdict.WRONG);
    }

    @Test
    void missingNumbersAreFound() {
        assertThat(new Checkup(device -> Map.of()).ofJava().verdict()).isEqualTo(Check.Verdict.WRONG);
    }

    @Test
    void deviceThatFailsIsAResultInOneLine() {
        Check check = new Checkup().ofFloats(() -> {
            throw new DeviceException("conv1d.cl does not compile:\n  line 3");
        });
        assertThat(check.verdict()).isEqualTo(Check.Verdict.FAILED);
        assertThat(check.words()).isEqualTo("FAILED: conv1d.cl does not compile: line 3");
    }
}
