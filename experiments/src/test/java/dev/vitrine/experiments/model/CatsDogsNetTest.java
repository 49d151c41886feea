package dev.vitrine.experiments.model;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.FreshMemory;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Observer;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.optim.Sgd;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class CatsDogsNetTest {
    private static final int N = 4;
    private static final Shape INPUT = Shape.of(N, 1, CatsDogsNet.INPUT_LENGTH);

    /** What PyTorch computed; see cats_dogs_net.py. */
    record Golden(Map<String, double[]> gradients, Run sgd, Run adam) {
        record Run(double[] losses, Map<String, double[]> end) {}

        static Golden read() throws IOException {
            try (InputStream in = CatsDogsNetTest.class.getResourceAsStream("/golden/cats_dogs_net.json")) {
                return JsonMapper.shared().readValue(Objects.requireNonNull(in), Golden.class);
            }
        }
    }

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

    @Test
    void agreesWithPyTorchOnTheJavaDevice() throws IOException {
        try (Device device = new JavaDevice(FreshMemory.POISONED)) {
            requireGolden(device, 1e-9);
        }
    }

    /** float32: ten layers of sums over up to 80,000 terms, and five steps that amplify differences. */
    @TestFactory
    Stream<DynamicNode> agreesWithPyTorchOnOpenCl() {
        return openCl().map(device -> dynamicTest(name(device), () -> {
            try (Device opened = device.get()) {
                requireGolden(opened, 2e-3);
            }
        }));
    }

    private static void requireGolden(Device device, double tolerance) throws IOException {
        Golden golden = Golden.read();
        for (String kind : List.of("sgd", "adam")) {
            boolean sgd = kind.equals("sgd");
            Golden.Run run = sgd ? golden.sgd() : golden.adam();
            Network network = Network.of(device, new CatsDogsNet(), 1);
            setWeights(network);
            Optimizer optimizer = sgd
                    ? new Sgd(network.parameters(), new Sgd.Options(0.9, 0))
                    : new Adam(network.parameters(), Adam.Options.DEFAULT);
            for (int step = 0; step < run.losses().length; step++) {
                try (Scope scope = device.step()) {
                    optimizer.zeroGrad();
                    Tensor loss = bceWithLogits(network.forward(input(device)), targets(device));
                    loss.backward();
                    requireClose("loss " + step, new double[] {run.losses()[step]}, loss.toDoubles(), tolerance);
                    if (step == 0) {
                        network.parameters()
                                .tensors()
                                .forEach((path, tensor) -> requireClose(
                                        path + ".grad",
                                        Objects.requireNonNull(
                                                golden.gradients().get(path)),
                                        tensor.grad().toDoubles(),
                                        tolerance));
                    }
                    optimizer.step(sgd ? 0.002 : 0.0005);
                }
            }
            network.state().forEach((path, tensor) -> {
                if (isDetermined(path)) {
                    requireClose(path, Objects.requireNonNull(run.end().get(path)), tensor.toDoubles(), tolerance);
                }
            });
        }
    }

    /**
     * A convolution's bias is taken out again by the batch norm behind it: its true gradient is zero, what comes is
     * rounding, and Adam turns rounding into steps of full size. The running mean follows that bias.
     */
    private static boolean isDetermined(String path) {
        boolean convolution = path.startsWith("features.") && Integer.parseInt(path.split("\\.", -1)[1]) % 3 == 0;
        return !(convolution && path.endsWith(".bias")) && !path.endsWith(".running_mean");
    }

    /** Differences as a share of the largest magnitude of the array; arrays of mere rounding count as zero. */
    private static void requireClose(String what, double[] expected, double[] got, double tolerance) {
        double largest = 1e-3;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - got[i]) <= tolerance * largest)) {
                throw new AssertionError(what + "[" + i + "] expected " + expected[i] + ", got " + got[i]);
            }
        }
    }

    @TestFactory
    Stream<DynamicNode> watchedRunHasTheSameBits() {
        return all().map(device -> dynamicTest(name(device), () -> {
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
        return all().map(device -> dynamicTest(name(device), () -> {
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
        return all().map(device -> dynamicTest(name(device), () -> {
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
        return openCl().map(device -> dynamicTest(name(device), () -> {
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

    private static void setWeights(Network network) {
        int p = 0;
        for (Map.Entry<String, Tensor> entry : network.parameters().tensors().entrySet()) {
            Tensor tensor = entry.getValue();
            boolean gamma = entry.getKey().endsWith(".weight") && tensor.shape().rank() == 1;
            double[] values = new double[tensor.shape().elements()];
            for (int i = 0; i < values.length; i++) {
                double wave = Math.sin(1.7 * i + 0.3 * p);
                values[i] = gamma ? 1 + 0.1 * wave : 0.4 * wave;
            }
            tensor.buffer().write(values);
            p++;
        }
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

    private static String name(Supplier<Device> device) {
        try (Device opened = device.get()) {
            return opened.name() + (opened instanceof OpenClDevice openCl ? " " + openCl.profile() : "");
        }
    }

    private static Stream<Supplier<Device>> all() {
        Stream<Supplier<Device>> java = Stream.of(() -> new JavaDevice(FreshMemory.POISONED));
        return Devices.openCl().isEmpty() && !required() ? java : Stream.concat(java, openCl());
    }

    private static Stream<Supplier<Device>> openCl() {
        if (Devices.openCl().isEmpty()) {
            if (required()) {
                throw new AssertionError("OpenCL is required here, but " + Devices.whyNoOpenCl());
            }
            Assumptions.abort("no OpenCL device: " + Devices.whyNoOpenCl());
        }
        OpenClInfo info = Devices.openCl().get(0);
        return Stream.of(info.fittingProfile(), new Profile(1, 64))
                .map(profile -> () -> Devices.open(info, profile, FreshMemory.POISONED));
    }

    private static boolean required() {
        return "required".equals(System.getProperty("vitrine.opencl"));
    }
}
