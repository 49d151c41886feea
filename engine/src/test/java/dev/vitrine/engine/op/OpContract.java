package dev.vitrine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.autograd.GradientCheck;
import dev.vitrine.engine.autograd.GradientCheck.Argument;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every op must keep. An op's test gives samples and error samples; all checks follow from them.
 *
 * <p>Fresh memory is poisoned with not-a-number on every device, so an element that a loop leaves unwritten shows.
 */
public abstract class OpContract {
    /** Relative error allowed between a gradient and the central difference, in double precision. */
    private static final double GRADIENT_TOLERANCE = 1e-6;

    /** Ways to use the op: sizes 1, odd and prime; tails that no vector divides; options crossed. */
    protected abstract List<Sample> samples();

    /** Wrong ways to use the op, with the exact message. */
    protected abstract List<ErrorSample> errorSamples();

    /** The number of terms in the op's longest sum, for the float32 tolerance. */
    protected abstract int longestSum();

    @TestFactory
    Stream<DynamicNode> shapeIsAsSaid() {
        return samples().stream()
                .map(sample -> dynamicTest(sample.name(), () -> {
                    try (Device device = TestDevices.java()) {
                        assertThat(sample.call().apply(tensors(device, sample)).shape())
                                .isEqualTo(sample.expected());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> gradientMatchesCentralDifferences() {
        return samples().stream()
                .filter(OpContract::isDifferentiable)
                .map(sample -> dynamicTest(sample.name(), () -> {
                    try (Device device = TestDevices.java()) {
                        new GradientCheck(sample.name(), device, sample.call())
                                .require(sample.arguments(), GRADIENT_TOLERANCE);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> kernelMatchesJavaLoop() {
        return TestDevices.openClShapes().stream().map(choice -> {
            Device openCl = choice.open().get();
            Stream<DynamicNode> tests =
                    samples().stream().map(sample -> dynamicTest(sample.name(), () -> requireEqual(sample, openCl)));
            return dynamicContainer(
                    choice.name(), Stream.concat(tests, Stream.of(dynamicTest("device closes", openCl::close))));
        });
    }

    @TestFactory
    Stream<DynamicNode> twoRunsAreBitIdentical() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        for (Sample sample : samples()) {
                            List<double[]> first = outputAndGradients(device, sample);
                            List<double[]> second = outputAndGradients(device, sample);
                            for (int i = 0; i < first.size(); i++) {
                                assertThat(second.get(i)).as(sample.name()).containsExactly(first.get(i));
                            }
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> memoryIsGivenBack() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        long before = device.memory().inUse();
                        samples().forEach(sample -> outputAndGradients(device, sample));
                        assertThat(device.memory().inUse()).isEqualTo(before);
                    }
                }));
    }

    @Test
    void secondWalkIsRefusedInTheOpsName() {
        samples().stream().filter(OpContract::isDifferentiable).findFirst().ifPresent(sample -> {
            try (Device device = TestDevices.java()) {
                Tensor out = sample.call().apply(tensors(device, sample));
                Tensor upstream = Tensor.of(device, out.shape(), weights(out.shape()));
                out.backward(upstream);
                assertThatThrownBy(() -> out.backward(upstream))
                        .hasMessageMatching("backward\\(\\): the walk has been through this [a-z][a-z0-9_]* before;"
                                + " run the forward pass again");
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> wrongUseIsRefused() {
        return errorSamples().stream()
                .map(sample -> dynamicTest(sample.name(), () -> {
                    try (Device device = TestDevices.java()) {
                        assertThatThrownBy(() -> sample.call().accept(device))
                                .isInstanceOf(RuntimeException.class)
                                .hasMessage(sample.message());
                    }
                }));
    }

    private static boolean isDifferentiable(Sample sample) {
        return sample.arguments().stream().anyMatch(Argument::differentiable);
    }

    private void requireEqual(Sample sample, Device openCl) {
        List<double[]> expected;
        try (Device java = TestDevices.java()) {
            expected = outputAndGradients(java, sample);
        }
        List<double[]> got = outputAndGradients(openCl, sample);
        List<String> names = names(sample);
        for (int i = 0; i < expected.size(); i++) {
            Closeness.inFloat(sample.name() + ": " + names.get(i), expected.get(i), got.get(i), longestSum());
        }
    }

    private static List<String> names(Sample sample) {
        List<String> names = new ArrayList<>(List.of("output"));
        for (Argument argument : sample.arguments()) {
            if (argument.differentiable()) {
                names.add("gradient of " + argument.name());
            }
        }
        return names;
    }

    /** The output, then the gradient of each differentiable argument; inputs are checked to be untouched. */
    private static List<double[]> outputAndGradients(Device device, Sample sample) {
        try (Scope step = device.step()) {
            List<Tensor> inputs = tensors(device, sample);
            List<double[]> before = inputs.stream().map(Tensor::toDoubles).toList();
            Tensor out = sample.call().apply(inputs);
            List<double[]> values = new ArrayList<>(List.of(out.toDoubles()));
            if (out.wantsGrad()) {
                out.backward(Tensor.of(device, out.shape(), weights(out.shape())));
                inputs.stream()
                        .filter(Tensor::wantsGrad)
                        .forEach(input -> values.add(input.grad().toDoubles()));
            }
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(inputs.get(i).toDoubles())
                        .as("%s: argument %s must stay untouched", sample.name(), i)
                        .containsExactly(before.get(i));
            }
            return values;
        }
    }

    private static List<Tensor> tensors(Device device, Sample sample) {
        return sample.arguments().stream()
                .map(argument -> {
                    Tensor tensor = Tensor.of(device, argument.shape(), argument.values());
                    return argument.differentiable() ? tensor.requiresGrad() : tensor;
                })
                .toList();
    }

    private static double[] weights(Shape shape) {
        double[] weights = new double[shape.elements()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.cos(0.9 * i + 0.3);
        }
        return weights;
    }
}
