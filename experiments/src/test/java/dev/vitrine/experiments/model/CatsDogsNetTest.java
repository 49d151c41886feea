package dev.vitrine.experiments.model;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Observer;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatsDogsNetTest {
    private static final int N = 4;
    private static final Shape INPUT = Shape.of(N, 1, CatsDogsNet.INPUT_LENGTH);

    @Test
    void hasTheWeightsOfItsDescription() {
        try (Device device = new JavaDevice()) {
            Network network = Network.of(device, new CatsDogsNet(), 1);
            assertThat(network.trainableCount()).isEqualTo(3041);
            assertThat(network.totalCount()).isEqualTo(3241);
            Summary summary = Summary.of(network, Shape.of(1, 1, CatsDogsNet.INPUT_LENGTH));
            assertThat(summary.multiplyAdds()).isEqualTo(2_635_810);
            assertThat(summary.rows().stream()
                            .filter(row -> row.type().equals("Conv1d"))
                            .map(row -> row.out().size(2)))
                    .containsExactly(8000, 4000, 2000, 1000, 500, 250, 125, 63, 32, 16);
            assertThat(summary.rows().get(29).receptiveField()).isEqualTo(2047);
            assertThat(summary.rows().get(29).path()).isEqualTo("features.29");
        }
    }

    @TestFactory
    Stream<DynamicNode> watchedRunHasTheSameBits() {
        return DevicesUnderTest.all()
                .map(device -> dynamicTest(DevicesUnderTest.name(device), () -> {
                    try (Device opened = device.get()) {
                        assertThat(lossAndGradients(opened, (path, module, in, out) -> {}))
                                .isEqualTo(lossAndGradients(opened, null));
                    }
                }));
    }

    private static Map<String, List<Double>> lossAndGradients(
            Device device, @org.jspecify.annotations.Nullable Observer observer) {
        Network network = Network.of(device, new CatsDogsNet(), 5);
        Map<String, List<Double>> values = new TreeMap<>();
        try (Scope scope = device.step()) {
            Tensor out = observer == null ? network.forward(input(device)) : network.forward(input(device), observer);
            Tensor loss = bceWithLogits(out, targets(device));
            loss.backward();
            values.put("loss", list(loss));
            network.parameters().tensors().forEach((path, tensor) -> values.put(path, list(tensor.grad())));
        }
        network.state().forEach((path, tensor) -> values.put("after " + path, list(tensor)));
        return values;
    }

    private static List<Double> list(Tensor tensor) {
        List<Double> list = new ArrayList<>();
        for (double value : tensor.toDoubles()) {
            list.add(value);
        }
        return list;
    }

    @TestFactory
    Stream<DynamicNode> memoryReturnsToItsLevelAfterAThousandSteps() {
        return DevicesUnderTest.all()
                .map(device -> dynamicTest(DevicesUnderTest.name(device), () -> {
                    try (Device opened = device.get()) {
                        Network network = Network.of(opened, new CatsDogsNet(), 1);
                        Optimizer adam = new Adam(network.parameters(), Adam.Options.DEFAULT);
                        Tensor x = Tensor.randn(opened, new Rng(1), 2, 1, 1500);
                        Tensor y = Tensor.of(opened, Shape.of(2, 1), 0, 1);
                        shortStep(opened, network, adam, x, y);
                        long before = opened.memory().inUse();
                        long peak = opened.memory().peak();
                        for (int i = 0; i < 1000; i++) {
                            shortStep(opened, network, adam, x, y);
                        }
                        assertThat(opened.memory().inUse()).isEqualTo(before);
                        assertThat(opened.memory().peak()).isEqualTo(peak);
                    }
                }));
    }

    private static void shortStep(Device device, Network network, Optimizer optimizer, Tensor x, Tensor y) {
        try (Scope scope = device.step()) {
            optimizer.zeroGrad();
            bceWithLogits(network.forward(x), y).backward();
            optimizer.step(0.001);
        }
    }

    @TestFactory
    Stream<DynamicNode> twoTrainingsHaveTheSameBits() {
        return DevicesUnderTest.all()
                .map(device -> dynamicTest(DevicesUnderTest.name(device), () -> {
                    try (Device opened = device.get()) {
                        assertThat(trained(opened)).isEqualTo(trained(opened));
                    }
                }));
    }

    private static Map<String, List<Double>> trained(Device device) {
        Network network = Network.of(device, new CatsDogsNet(), 3);
        Optimizer adam = new Adam(network.parameters(), Adam.Options.DEFAULT);
        Tensor x = Tensor.randn(device, new Rng(2), 3, 1, 4099);
        Tensor y = Tensor.of(device, Shape.of(3, 1), 0, 1, 1);
        for (int i = 0; i < 50; i++) {
            shortStep(device, network, adam, x, y);
        }
        Map<String, List<Double>> values = new TreeMap<>();
        network.state().forEach((path, tensor) -> values.put(path, list(tensor)));
        return values;
    }

    @TestFactory
    Stream<DynamicNode> hostNeverWaitsInsideAStep() {
        return DevicesUnderTest.openCl()
                .map(device -> dynamicTest(DevicesUnderTest.name(device), () -> {
                    try (OpenClDevice opened = (OpenClDevice) device.get()) {
                        Network network = Network.of(opened, new CatsDogsNet(), 1);
                        Optimizer adam = new Adam(network.parameters(), Adam.Options.DEFAULT);
                        Tensor x = Tensor.randn(opened, new Rng(1), 2, 1, 1500);
                        Tensor y = Tensor.of(opened, Shape.of(2, 1), 0, 1);
                        long before = opened.reads();
                        shortStep(opened, network, adam, x, y);
                        assertThat(opened.reads()).isEqualTo(before);
                    }
                }));
    }

    private static Tensor input(Device device) {
        double[] values = new double[INPUT.elements()];
        for (int t = 0; t < values.length; t++) {
            values[t] = Math.sin(0.05 * t) + 0.5 * Math.sin(0.31 * t + 1) + 0.2 * Math.sin(1e-6 * t * t);
        }
        return Tensor.of(device, INPUT, values);
    }

    private static Tensor targets(Device device) {
        return Tensor.of(device, Shape.of(N, 1), 0, 1, 0, 1);
    }
}
