package dev.vitrine.experiments.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.AdamW;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.optim.ParameterBuffer;
import dev.vitrine.engine.optim.RMSprop;
import dev.vitrine.engine.optim.Sgd;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Output, loss, all gradients and the weights after five steps of each optimiser, compared with PyTorch's. */
class NetworksAgreeTest {
    private static final int STEPS = 5;
    private static final long SEED = 3;

    private enum Method {
        SGD(0.005),
        MOMENTUM(0.005),
        NESTEROV(0.005),
        RMSPROP(0.0005),
        ADAM(0.0005),
        ADAMW(0.0005);

        final double rate;

        Method(double rate) {
            this.rate = rate;
        }

        Optimizer on(ParameterBuffer parameters) {
            return switch (this) {
                case SGD -> new Sgd(parameters, new Sgd.Options(0, 0));
                case MOMENTUM -> new Sgd(parameters, new Sgd.Options(0.9, 0));
                case NESTEROV -> new Sgd(parameters, new Sgd.Options(0.9, 0).nesterov());
                case RMSPROP -> new RMSprop(parameters, RMSprop.Options.DEFAULT);
                case ADAM -> new Adam(parameters, Adam.Options.DEFAULT);
                case ADAMW -> new AdamW(parameters, AdamW.Options.DEFAULT);
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @TestFactory
    Stream<DynamicNode> withPyTorch() {
        return DevicesUnderTest.all().flatMap(device -> {
            String name = DevicesUnderTest.name(device);
            return Arrays.stream(NamedNetwork.values())
                    .filter(network -> isQuick(network, name))
                    .map(network -> dynamicTest(network.word() + " on " + name, () -> {
                        try (Device opened = device.get()) {
                            for (Method method : Method.values()) {
                                compare(opened, network, method, UnaryOperator.identity());
                            }
                        }
                    }));
        });
    }

    /** A compiler for CPUs takes minutes over a kernel of 64 taps that is written for the groups of a GPU. */
    private static boolean isQuick(NamedNetwork network, String device) {
        return network != NamedNetwork.ESC_RAW || !device.contains("groupSize=64");
    }

    /** A check that has never failed is not trusted: the second weight of the last layer is off by a millionth. */
    @Test
    void oneWrongWeightIsFound() {
        try (Device device = new JavaDevice()) {
            assertThatThrownBy(() -> compare(device, NamedNetwork.ESC_MLP, Method.ADAM, end -> {
                        Objects.requireNonNull(end.get("layers.4.weight"))[1] += 1e-6;
                        return end;
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("adam layers.4.weight: sum: expected ");
        }
    }

    /** The layers of the network; of the largest one with fewer units, as in networks.py. */
    private static Module module(NamedNetwork network) {
        return network == NamedNetwork.NSYNTH_ORIGINAL
                ? new NsynthOriginalNet(20, 16, NsynthOriginalNet.FAMILIES)
                : network.module();
    }

    private static void compare(
            Device device, NamedNetwork named, Method method, UnaryOperator<Map<String, double[]>> spoil)
            throws IOException {
        JsonNode table = NetworkTable.of(named.word());
        Map<String, NetworkTable.Entry> first = NetworkTable.entries(table, "first");
        Map<String, NetworkTable.Entry> end = NetworkTable.entries(table, method.word());
        Network network = Network.of(device, module(named), SEED);
        setWeights(network, table.get("bias").asDouble());
        Optimizer optimizer = method.on(network.parameters());
        Map<String, double[]> got = new LinkedHashMap<>();
        double[] losses = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            try (Scope scope = device.step()) {
                optimizer.zeroGrad();
                Tensor out = network.forward(input(device, table));
                Tensor loss = named.objective().of(out, targets(device, named, table));
                loss.backward();
                losses[step] = loss.item();
                if (step == 0) {
                    got.put("out", out.toDoubles());
                    network.parameters()
                            .tensors()
                            .forEach((path, tensor) ->
                                    got.put(path + ".grad", tensor.grad().toDoubles()));
                }
                optimizer.step(method.rate);
            }
        }
        requireClose(device, method, first, got);
        Map<String, double[]> after = new LinkedHashMap<>();
        after.put("losses", losses);
        network.state().forEach((path, tensor) -> after.put(path, tensor.toDoubles()));
        requireClose(device, method, end, spoil.apply(after));
    }

    private static void requireClose(
            Device device, Method method, Map<String, NetworkTable.Entry> expected, Map<String, double[]> got) {
        assertThat(got.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        got.forEach((path, values) -> Objects.requireNonNull(expected.get(path))
                .requireClose(method.word() + " " + path, values, device instanceof JavaDevice));
    }

    private static void setWeights(Network network, double bias) {
        int p = 0;
        for (Map.Entry<String, Tensor> entry : network.parameters().tensors().entrySet()) {
            Shape shape = entry.getValue().shape();
            double[] values = NetworkTable.units(shape.elements(), p++);
            double scale = shape.rank() > 1 ? Math.sqrt(6.0 * shape.size(0) / shape.elements()) : 0.1;
            double middle = shape.rank() > 1 ? 0 : entry.getKey().endsWith("weight") ? 1 : bias;
            for (int i = 0; i < values.length; i++) {
                values[i] = middle + scale * values[i];
            }
            entry.getValue().buffer().write(values);
        }
    }

    private static Tensor input(Device device, JsonNode table) {
        int[] item = table.get("shape").valueStream().mapToInt(JsonNode::asInt).toArray();
        Shape shape = Shape.of(IntStream.concat(IntStream.of(table.get("items").asInt()), Arrays.stream(item))
                .toArray());
        double[] values = NetworkTable.units(shape.elements(), 1000);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1.7;
        }
        return Tensor.of(device, shape, values);
    }

    private static Tensor targets(Device device, NamedNetwork named, JsonNode table) {
        int items = table.get("items").asInt();
        boolean yesOrNo = named.objective() == Objective.YES_OR_NO;
        float[] values = new float[items];
        for (int i = 0; i < items; i++) {
            values[i] = yesOrNo ? i % 2 : i * 7 % named.classes();
        }
        return Tensor.ofTargets(device, named.objective().targets(items), values);
    }
}
