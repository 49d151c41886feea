package dev.vitrine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.Closeness;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GradientClipTest {
    /** Sizes on both sides of a chunk of partial sums, with a tail that no vector divides. */
    private static final int[] SIZES = {1, 4096, 4097, 12_289};

    private static ParameterBuffer withGradients(Device device, double... first) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int size : SIZES) {
            shapes.put("p" + size, Shape.of(size));
        }
        ParameterBuffer parameters = ParameterBuffer.trained(device, shapes);
        Rng rng = new Rng(5);
        parameters.tensors().values().forEach(tensor -> {
            double[] values = DoubleStream.generate(() -> (float) rng.gaussian())
                    .limit(tensor.shape().elements())
                    .toArray();
            System.arraycopy(first, 0, values, 0, Math.min(first.length, values.length));
            tensor.gradSlot().write(values);
            tensor.gradArrived();
        });
        return parameters;
    }

    private static double[] gradients(ParameterBuffer parameters) {
        return parameters.tensors().values().stream()
                .flatMapToDouble(tensor -> Arrays.stream(tensor.grad().toDoubles()))
                .toArray();
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(g -> g * g).sum());
    }

    private static double[] clipped(Device device, Function<ParameterBuffer, GradientClip> rule) {
        ParameterBuffer parameters = withGradients(device);
        rule.apply(parameters).clip();
        return gradients(parameters);
    }

    @Test
    void normIsCutDownAndTheDirectionStays() {
        try (Device device = TestDevices.java()) {
            double[] before = gradients(withGradients(device));
            double[] after = clipped(device, parameters -> GradientClip.byNorm(parameters, 3));
            assertThat(norm(before)).isGreaterThan(100);
            assertThat(norm(after)).isCloseTo(3, within(1e-6));
            assertThat(after[5000] / before[5000]).isCloseTo(after[1] / before[1], within(1e-12));
        }
    }

    @Test
    void smallGradientsStayAsTheyAre() {
        try (Device device = TestDevices.java()) {
            double[] before = gradients(withGradients(device));
            assertThat(clipped(device, parameters -> GradientClip.byNorm(parameters, 1000)))
                    .containsExactly(before);
            assertThat(clipped(device, parameters -> GradientClip.byValue(parameters, 100)))
                    .containsExactly(before);
        }
    }

    @Test
    void valuesAreCutOffOnBothSides() {
        try (Device device = TestDevices.java()) {
            double[] after = clipped(device, parameters -> GradientClip.byValue(parameters, 0.5));
            assertThat(Arrays.stream(after).min()).hasValue(-0.5);
            assertThat(Arrays.stream(after).max()).hasValue(0.5);
        }
    }

    @TestFactory
    Stream<DynamicNode> kernelMatchesJavaLoop() {
        return TestDevices.openClShapes().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device java = TestDevices.java();
                            Device device = choice.open().get()) {
                        requireClose(1e-6, java, device, parameters -> GradientClip.byNorm(parameters, 3));
                        requireClose(0, java, device, parameters -> GradientClip.byValue(parameters, 0.5));
                    }
                }));
    }

    private static void requireClose(
            double relative, Device expected, Device got, Function<ParameterBuffer, GradientClip> rule) {
        Closeness.within(relative, "clipped gradient", clipped(expected, rule), clipped(got, rule));
    }

    @TestFactory
    Stream<DynamicNode> twoRunsGiveTheSameBits() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        requireClose(0, device, device, parameters -> GradientClip.byNorm(parameters, 3));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> notANumberIsNotHidden() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        ParameterBuffer parameters = withGradients(device, Double.NaN);
                        GradientClip.byValue(parameters, 1).clip();
                        assertThat(gradients(parameters)[0]).isNaN();
                        GradientClip byNorm = GradientClip.byNorm(parameters, 1);
                        byNorm.clip();
                        assertThat(byNorm.lastNorm()).isNaN();
                        assertThat(gradients(parameters)).containsOnly(Double.NaN);
                    }
                }));
    }

    @Test
    void wrongLimitAndMissingGradientAreRefused() {
        try (Device device = TestDevices.java()) {
            ParameterBuffer parameters = withGradients(device);
            assertThatThrownBy(() -> GradientClip.byNorm(parameters, 0))
                    .hasMessage("clip: the limit must be above 0, got 0.0");
            assertThatThrownBy(() -> GradientClip.byValue(parameters, Double.NaN))
                    .hasMessage("clip: the limit must be above 0, got NaN");
            GradientClip clip = GradientClip.byNorm(parameters, 1);
            parameters.forgetGradients();
            assertThatThrownBy(clip::clip)
                    .hasMessage("optimiser: parameter p1 has no gradient; the loss does not depend on it, or"
                            + " backward() was not called");
        }
    }
}
