package dev.vitrine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class OptimizerTest {
    record Table(List<Case> cases) {}

    record Group(String path, double rate, OptionalDouble weightDecay) {
        ParameterGroup made() {
            return new ParameterGroup(path, rate, weightDecay);
        }
    }

    record Case(
            String name,
            String optimizer,
            Map<String, Double> options,
            List<Double> rates,
            Map<String, Double> clip,
            List<Group> groups,
            Map<String, List<Integer>> frozen,
            Map<String, double[]> start,
            List<Map<String, double[]>> gradients,
            List<Double> norms,
            Map<String, double[]> end) {

        Optimizer on(ParameterBuffer parameters) {
            ParameterGroup[] own = groups.stream().map(Group::made).toArray(ParameterGroup[]::new);
            return switch (optimizer) {
                case "sgd" -> new Sgd(parameters, sgd(), own);
                case "nesterov" -> new Sgd(parameters, sgd().nesterov(), own);
                case "rmsprop" -> new RMSprop(parameters, rmsprop(), own);
                case "centered" -> new RMSprop(parameters, rmsprop().centered(), own);
                case "adam" -> new Adam(parameters, adam(), own);
                case "adamw" ->
                    new AdamW(
                            parameters,
                            new AdamW.Options(option("beta1"), option("beta2"), option("eps"), option("weightDecay")),
                            own);
                default -> throw new IllegalArgumentException("the table names an optimiser " + optimizer);
            };
        }

        Optional<GradientClip> clipOn(ParameterBuffer parameters) {
            return clip.entrySet().stream()
                    .map(entry -> entry.getKey().equals("norm")
                            ? GradientClip.byNorm(parameters, entry.getValue())
                            : GradientClip.byValue(parameters, entry.getValue()))
                    .findFirst();
        }

        boolean isFrozen(String path, int step) {
            return frozen.getOrDefault(path, List.of()).contains(step);
        }

        private Sgd.Options sgd() {
            return new Sgd.Options(option("momentum"), option("weightDecay"));
        }

        private RMSprop.Options rmsprop() {
            return new RMSprop.Options(
                    option("alpha"), option("eps"), option("weightDecay"), option("momentum"), RMSprop.Measure.PLAIN);
        }

        private Adam.Options adam() {
            return new Adam.Options(option("beta1"), option("beta2"), option("eps"), option("weightDecay"));
        }

        private double option(String key) {
            return Objects.requireNonNull(options.get(key));
        }

        @Override
        public String toString() {
            return optimizer + ": " + name;
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

    private static Case find(String optimizer, String name) throws IOException {
        return cases().stream()
                .filter(c -> c.optimizer().equals(optimizer) && c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void step(Case c, ParameterBuffer parameters, Optimizer optimizer, int step) {
        optimizer.zeroGrad();
        c.gradients().get(step).forEach((path, values) -> {
            if (c.isFrozen(path, step)) {
                parameters.freeze(path);
            } else {
                parameters.unfreeze(path);
                parameters.get(path).gradSlot().write(values);
                parameters.get(path).gradArrived();
            }
        });
        c.clipOn(parameters).ifPresent(clip -> {
            clip.clip();
            if (!c.norms().isEmpty()) {
                assertThat(clip.lastNorm()).isCloseTo(c.norms().get(step), withinPercentage(1e-4));
            }
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
                .map(c -> dynamicTest(c.toString(), () -> {
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
                                            .as(c + " " + path)
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
                                            .as(c + " " + path)
                                            .containsExactly(Objects.requireNonNull(whole.get(path))));
                        }
                    }
                }));
    }

    @Test
    void oneStepIsOneLaunchAndEachGroupedParameterOneMore() throws IOException {
        assertThat(launchesOfOneStep(find("adam", "defaults"))).isEqualTo(1);
        assertThat(launchesOfOneStep(find("adam", "two groups and the rest"))).isEqualTo(3);
        assertThat(launchesOfOneStep(find("rmsprop", "frozen for ever"))).isEqualTo(2);
    }

    private static long launchesOfOneStep(Case c) {
        try (OpenClDevice device = TestDevices.openCl()) {
            ParameterBuffer parameters = begin(device, c);
            Optimizer optimizer = c.on(parameters);
            step(c, parameters, optimizer, 0);
            long before = launches(device);
            optimizer.step(0.1);
            return launches(device) - before;
        }
    }

    private static long launches(OpenClDevice device) {
        return device.launches().values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void clippingAndSteppingDoNotWaitForTheDevice() throws IOException {
        try (OpenClDevice device = TestDevices.openCl()) {
            Case c = find("sgd", "plain");
            ParameterBuffer parameters = begin(device, c);
            Optimizer optimizer = c.on(parameters);
            GradientClip clip = GradientClip.byNorm(parameters, 1);
            step(c, parameters, optimizer, 0);
            long before = device.reads();
            clip.clip();
            optimizer.step(0.1);
            assertThat(device.reads()).isEqualTo(before);
        }
    }

    @Test
    void frozenParameterKeepsItsValueAndItsMemory() throws IOException {
        try (Device device = TestDevices.java()) {
            Case c = find("rmsprop", "frozen for ever");
            ParameterBuffer parameters = begin(device, c);
            Optimizer optimizer = c.on(parameters);
            step(c, parameters, optimizer, 0);
            assertThat(parameters.get("b.weight").toDoubles())
                    .containsExactly(Objects.requireNonNull(c.start().get("b.weight")));
            assertThat(Objects.requireNonNull(optimizer.memory().get("square.b.weight"))
                            .toDoubles())
                    .containsOnly(0);
            assertThat(Objects.requireNonNull(optimizer.memory().get("steps")).toDoubles())
                    .containsExactly(1, 1, 0);
        }
    }

    @Test
    void wrongGroupsAreRefused() throws IOException {
        try (Device device = TestDevices.java()) {
            ParameterBuffer parameters = begin(device, find("sgd", "plain"));
            Sgd.Options options = new Sgd.Options(0, 0);
            assertThatThrownBy(() -> new Sgd(parameters, options, ParameterGroup.at("a.w")))
                    .hasMessage("optimiser: group a.w holds no parameter; there are [a.weight, a.bias, b.weight]");
            assertThatThrownBy(() -> new Sgd(parameters, options, ParameterGroup.at("a"), ParameterGroup.at("a.bias")))
                    .hasMessage("optimiser: parameter a.bias is in the groups a and a.bias; it can be in one only");
        }
        assertThatThrownBy(() -> ParameterGroup.at("a").rate(-1))
                .hasMessage("group a: share of the learning rate must be a number from 0, got -1.0");
        assertThatThrownBy(() -> ParameterGroup.at("a").weightDecay(-0.5))
                .hasMessage("group a: weight decay must not be negative, got -0.5");
    }

    @Test
    void memoryThatWasNotWrittenBackIsRefused() throws IOException {
        try (Device device = TestDevices.java()) {
            Optimizer optimizer = find("adam", "defaults").on(begin(device, find("adam", "defaults")));
            Objects.requireNonNull(optimizer.memory().get("steps")).write(new double[] {2, 7, 2});
            assertThatThrownBy(() -> optimizer.resumeAfter(2))
                    .hasMessage("optimiser: its memory says that a.bias was updated 7.0 times in 2 steps; write the"
                            + " memory back before resuming");
        }
    }

    @Test
    void parameterWithoutGradientIsNamed() throws IOException {
        try (Device device = TestDevices.java()) {
            Case c = find("sgd", "plain");
            ParameterBuffer parameters = begin(device, c);
            Optimizer optimizer = c.on(parameters);
            parameters.get("a.weight").gradSlot().fill(1);
            parameters.get("a.weight").gradArrived();
            assertThatThrownBy(() -> optimizer.step(0.1))
                    .hasMessage(
                            "optimiser: parameter a.bias has no gradient; the loss does not depend on it, or backward()"
                                    + " was not called");
            assertThatThrownBy(() -> parameters.get("c"))
                    .hasMessage("no parameter c; there are [a.weight, a.bias, b.weight]");
        }
    }

    @Test
    void stepWithoutAnUsableRateChangesNothing() throws IOException {
        try (Device device = TestDevices.java()) {
            for (Case c : List.of(find("sgd", "momentum"), find("adam", "defaults"))) {
                ParameterBuffer parameters = begin(device, c);
                Optimizer optimizer = c.on(parameters);
                step(c, parameters, optimizer, 0);
                double[] before = parameters.get("a.weight").toDoubles();
                for (double rate : new double[] {Double.NaN, -0.1, Double.POSITIVE_INFINITY}) {
                    assertThatThrownBy(() -> optimizer.step(rate))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("optimiser: learning rate must be a number from 0, got " + rate);
                }
                assertThat(parameters.get("a.weight").toDoubles()).containsExactly(before);
                assertThat(optimizer.steps()).isEqualTo(1);
            }
        }
    }

    @Test
    void negativeStepsDoneAreRefused() throws IOException {
        try (Device device = TestDevices.java()) {
            for (Case c : List.of(find("sgd", "momentum"), find("adam", "defaults"))) {
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
        assertThatThrownBy(() -> new AdamW.Options(0.9, 0.9, 1e-8, -1))
                .hasMessage("adamw: weight decay must not be negative, got -1.0");
        assertThatThrownBy(() -> new RMSprop.Options(1, 1e-8, 0, 0, RMSprop.Measure.PLAIN))
                .hasMessage("rmsprop: alpha must be from 0 to below 1, got 1.0");
        assertThatThrownBy(() -> new RMSprop.Options(0.9, 0, 0, 0, RMSprop.Measure.PLAIN))
                .hasMessage("rmsprop: eps must be above 0, got 0.0");
        assertThatThrownBy(() -> new RMSprop.Options(0.9, 1, -1, 0, RMSprop.Measure.PLAIN))
                .hasMessage("rmsprop: weight decay must not be negative, got -1.0");
        assertThatThrownBy(() -> new RMSprop.Options(0.9, 1, 0, 1, RMSprop.Measure.PLAIN))
                .hasMessage("rmsprop: momentum must be from 0 to below 1, got 1.0");
    }
}
