package dev.vitrine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class OptimizerTest {
    record Table(List<Case> cases) {}

    record Case(
            String name,
            String optimizer,
            Map<String, Double> options,
            List<Double> rates,
            Map<String, double[]> start,
            List<Map<String, double[]>> gradients,
            Map<String, double[]> end) {

        Optimizer on(ParameterBuffer parameters) {
            return switch (optimizer) {
                case "sgd" -> new Sgd(parameters, sgd());
                case "nesterov" -> new Sgd(parameters, sgd().nesterov());
                default ->
                    new Adam(
                            parameters,
                            new Adam.Options(option("beta1"), option("beta2"), option("eps"), option("weightDecay")));
            };
        }

        private Sgd.Options sgd() {
            return new Sgd.Options(option("momentum"), option("weightDecay"));
        }

        private double option(String key) {
            return Objects.requireNonNull(options.get(key));
        }
    }

    private static List<Case> cases() throws IOException {
        try (InputStream in = OptimizerTest.class.getResourceAsStream("/golden/optim.json")) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(in), Table.class)
                    .cases();
        }
    }

    private static ParameterBuffer begin(Device device, Case c) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        c.start().forEach((path, values) -> shapes.put(path, Shape.of(values.length)));
        ParameterBuffer parameters = ParameterBuffer.trained(device, shapes);
        c.start().forEach((path, values) -> parameters.get(path).buffer().write(values));
        return parameters;
    }

    private static void step(Case c, ParameterBuffer parameters, Optimizer optimizer, int step) {
        optimizer.zeroGrad();
        c.gradients().get(step).forEach((path, values) -> {
            parameters.get(path).gradSlot().write(values);
            parameters.get(path).gradArrived();
        });
        optimizer.step(c.rates().get(step));
    }

    /** Runs all steps; after {@code restart} steps everything is moved to a fresh optimiser. */
    private static Map<String, double[]> run(Device device, Case c, int restart) {
        ParameterBuffer parameters = begin(device, c);
        Optimizer optimizer = c.on(parameters);
        for (int step = 0; step < c.rates().size(); step++) {
            if (step == restart) {
                ParameterBuffer fresh = begin(device, c);
                Optimizer next = c.on(fresh);
                parameters
                        .tensors()
                        .forEach((path, tensor) -> fresh.get(path).buffer().copyFrom(tensor.buffer()));
                Map<String, Buffer> memory = next.memory();
                optimizer
                        .memory()
                        .forEach((name, buffer) ->
                                Objects.requireNonNull(memory.get(name)).write(buffer.toDoubles()));
                next.resumeAfter(optimizer.steps());
                parameters = fresh;
                optimizer = next;
            }
            step(c, parameters, optimizer, step);
        }
        Map<String, double[]> end = new LinkedHashMap<>();
        parameters.tensors().forEach((path, tensor) -> end.put(path, tensor.toDoubles()));
        return end;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorchOnJava() throws IOException {
        return cases().stream()
                .map(c -> dynamicTest(c.optimizer() + " " + c.name(), () -> {
                    try (Device device = TestDevices.java()) {
                        run(device, c, -1).forEach((path, end) -> {
                            double[] expected = Objects.requireNonNull(c.end().get(path));
                            assertThat(end).as(path).containsExactly(expected, within(1e-12));
                        });
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> kernelMatchesJavaLoop() {
        return TestDevices.openClShapes().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        for (Case c : cases()) {
                            run(device, c, -1)
                                    .forEach((path, end) -> assertThat(end)
                                            .as(c.name() + " " + path)
                                            .containsExactly(
                                                    Objects.requireNonNull(
                                                            c.end().get(path)),
                                                    within(3e-6)));
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> goesOnFromItsMemoryToTheSameBits() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        for (Case c : cases()) {
                            Map<String, double[]> whole = run(device, c, -1);
                            run(device, c, 3)
                                    .forEach((path, end) -> assertThat(end)
                                            .as(c.name() + " " + path)
                                            .containsExactly(Objects.requireNonNull(whole.get(path))));
                        }
                    }
                }));
    }

    @Test
    void oneStepIsOneLaunch() throws IOException {
        try (OpenClDevice device = TestDevices.openCl()) {
            Case c = cases().get(5);
            ParameterBuffer parameters = begin(device, c);
            Optimizer adam = c.on(parameters);
            step(c, parameters, adam, 0);
            long before = device.launches().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            adam.step(0.1);
            assertThat(device.launches().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(before + 1);
        }
    }

    @Test
    void parameterWithoutGradientIsNamed() throws IOException {
        try (Device device = TestDevices.java()) {
            Case c = cases().get(0);
            ParameterBuffer parameters = begin(device, c);
            Optimizer optimizer = c.on(parameters);
            parameters.get("a").gradSlot().fill(1);
            parameters.get("a").gradArrived();
            assertThatThrownBy(() -> optimizer.step(0.1))
                    .hasMessage("optimiser: parameter b has no gradient; the loss does not depend on it, or backward()"
                            + " was not called");
            assertThatThrownBy(() -> parameters.get("c")).hasMessage("no parameter c; there are [a, b]");
        }
    }

    @Test
    void stepWithoutAnUsableRateChangesNothing() throws IOException {
        try (Device device = TestDevices.java()) {
            for (Case c : List.of(cases().get(1), cases().get(5))) {
                ParameterBuffer parameters = begin(device, c);
                Optimizer optimizer = c.on(parameters);
                step(c, parameters, optimizer, 0);
                double[] before = parameters.get("a").toDoubles();
                for (double rate : new double[] {Double.NaN, -0.1, Double.POSITIVE_INFINITY}) {
                    assertThatThrownBy(() -> optimizer.step(rate))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("optimiser: learning rate must be a number from 0, got " + rate);
                }
                assertThat(parameters.get("a").toDoubles()).containsExactly(before);
                assertThat(optimizer.steps()).isEqualTo(1);
            }
        }
    }

    @Test
    void negativeStepsDoneAreRefused() throws IOException {
        try (Device device = TestDevices.java()) {
            for (Case c : List.of(cases().get(1), cases().get(5))) {
                Optimizer optimizer = c.on(begin(device, c));
                assertThatThrownBy(() -> optimizer.resumeAfter(-1))
                        .hasMessage("optimiser: steps done must not be negative, got -1");
            }
        }
    }

    @Test
    void wrongConstantsAreRefused() {
        assertThatThrownBy(() -> new Sgd.Options(1, 0)).hasMessage("sgd: momentum must be from 0 to below 1, got 1.0");
        assertThatThrownBy(() -> new Sgd.Options(0, -1)).hasMessage("sgd: weight decay must not be negative, got -1.0");
        assertThatThrownBy(() -> new Sgd.Options(0, 0).nesterov())
                .hasMessage("sgd: Nesterov's momentum must be above 0, got 0.0");
        assertThatThrownBy(() -> new Adam.Options(0.9, 1, 1e-8, 0))
                .hasMessage("adam: beta1 and beta2 must be from 0 to below 1, got 0.9 and 1.0");
        assertThatThrownBy(() -> new Adam.Options(0.9, 0.9, 0, 0)).hasMessage("adam: eps must be above 0, got 0.0");
    }
}
