package dev.vitrine.engine.train;

import static dev.vitrine.engine.op.loss.CrossEntropy.crossEntropy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.inspect.Layers;
import dev.vitrine.engine.io.Checkpoint;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.engine.nn.BatchNorm1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.optim.ParameterGroup;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run with parameters that are frozen for a while and others that learn slowly goes on from its files. */
class ResumeTest {
    private static final int THAW = 6;

    @TempDir
    private Path folder;

    static Stream<TestDevices.Choice> devices() {
        return TestDevices.all().stream();
    }

    private static final class Run {
        final Network network;
        final Optimizer optimizer;
        final TrainingLoop loop;

        Run(Device device) {
            network = Network.of(
                    device,
                    new Sequential(
                            new Linear(3, 5, Init.glorotUniform()),
                            new BatchNorm1d(5),
                            new ReLU(),
                            new Linear(5, 4, Init.glorotUniform())),
                    1);
            optimizer = new Adam(
                    network.parameters(),
                    new Adam.Options(0.9, 0.999, 1e-8, 0.01),
                    ParameterGroup.at("1").rate(0.1).weightDecay(0),
                    ParameterGroup.at("3.bias").rate(2));
            loop = new TrainingLoop(network, optimizer, (z, t) -> crossEntropy(z, t), Schedule.constant(0.05));
        }

        /** The first layer is frozen until step {@link #THAW}. */
        void train(long from, long to) {
            if (from < THAW) {
                network.freeze("0");
                loop.run(ResumeTest::batch, from, Math.min(to, THAW), (step, loss) -> {});
            }
            if (to > THAW) {
                network.unfreeze("0");
                loop.run(ResumeTest::batch, Math.max(from, THAW), to, (step, loss) -> {});
            }
        }

        Map<String, Buffer> buffers() {
            Map<String, Buffer> buffers = new LinkedHashMap<>();
            network.state().forEach((path, tensor) -> buffers.put(path, tensor.buffer()));
            optimizer.memory().forEach((name, buffer) -> buffers.put("optimizer." + name, buffer));
            return buffers;
        }

        void save(Path folder) throws IOException {
            Map<String, HostArray> arrays = new LinkedHashMap<>();
            buffers()
                    .forEach((name, buffer) ->
                            arrays.put(name, new HostArray(Shape.of(buffer.size()), buffer.toDoubles())));
            Precision precision = network.device() instanceof JavaDevice ? Precision.FLOAT64 : Precision.FLOAT32;
            new Checkpoint(Layers.of(network.root()), Map.of("step", optimizer.steps()), arrays)
                    .write(folder, "run", precision);
        }

        void load(Path folder) throws IOException {
            Checkpoint checkpoint = Checkpoint.read(folder, "run");
            buffers()
                    .forEach((name, buffer) -> buffer.write(
                            Objects.requireNonNull(checkpoint.arrays().get(name))
                                    .values()));
            optimizer.resumeAfter(
                    ((Number) Objects.requireNonNull(checkpoint.training().get("step"))).longValue());
        }
    }

    private static Batch batch(long step) {
        Rng rng = Rng.of(2, step);
        float[] inputs = new float[18];
        float[] targets = new float[6];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) rng.gaussian();
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = rng.nextInt(4);
        }
        return new Batch(inputs, Shape.of(6, 3), targets, Shape.of(6));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void runWithFrozenAndGroupedParametersComesToTheSameBits(TestDevices.Choice choice) throws IOException {
        try (Device device = choice.open().get()) {
            Run whole = new Run(device);
            double[] first =
                    Objects.requireNonNull(whole.buffers().get("0.weight")).toDoubles();
            for (int stop : new int[] {4, 9}) { // before the thaw and after it
                Run begun = new Run(device);
                begun.train(0, stop);
                begun.save(folder);
                Run resumed = new Run(device);
                resumed.load(folder);
                resumed.train(stop, 12);
                whole = new Run(device);
                whole.train(0, 12);
                Map<String, Buffer> expected = whole.buffers();
                resumed.buffers()
                        .forEach((name, buffer) -> assertThat(buffer.toDoubles())
                                .as(name)
                                .containsExactly(Objects.requireNonNull(expected.get(name))
                                        .toDoubles()));
                assertThat(Objects.requireNonNull(expected.get("0.weight")).toDoubles())
                        .isNotEqualTo(first);
                assertThat(Objects.requireNonNull(expected.get("optimizer.steps"))
                                .toDoubles())
                        .containsExactly(6, 6, 12, 12, 12, 12);
            }
        }
    }
}
