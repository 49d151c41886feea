package dev.vitrine.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Rung;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.op.Closeness;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whether training comes to the same weights again; docs/decisions/0013 says what is promised, and why. */
class DeterminismTest {
    private static final int STEPS = 200;

    /**
     * How far float32 may be from double precision, relative to the largest magnitude of an array. Each step rounds: the
     * steps are the terms of a sum.
     */
    private static final double BETWEEN_DEVICES = 8 * Math.ulp(1f) * Math.sqrt(STEPS);

    @TestFactory
    Stream<DynamicNode> twoTrainingsOnADeviceComeToTheSameBits() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    Map<String, double[]> first = trained(choice, SmallTraining::batch, 1);
                    requireSameBits(first, trained(choice, SmallTraining::batch, 1));
                    requireSameBits(first, trained(choice, DeterminismTest::lateEveryThirdTime, 3));
                }));
    }

    @TestFactory
    Stream<DynamicNode> devicesStayTogether() {
        Map<String, double[]> java = trained(TestDevices.all().get(0), SmallTraining::batch, 1);
        return TestDevices.openClShapes().stream()
                .map(choice -> dynamicTest(
                        choice.name(), () -> java.forEach(requireClose(trained(choice, SmallTraining::batch, 1)))));
    }

    /**
     * Registers change no bit: every sum keeps its order. Vectors do, as a sum over lanes is a tree, and so does max-pooling
     * along with batch norm, which adds up the gradients of what won alone.
     */
    @Test
    void rungsOfTheLadderStayTogether() {
        Map<String, double[]> java = trained(TestDevices.all().get(0), SmallTraining::batch, 1);
        Map<Rung, Map<String, double[]>> byRung = new EnumMap<>(Rung.class);
        for (Rung rung : Rung.values()) {
            byRung.put(rung, trained(TestDevices.upTo(rung), SmallTraining::batch, 1));
            java.forEach(requireClose(Objects.requireNonNull(byRung.get(rung))));
        }
        requireSameBits(
                Objects.requireNonNull(byRung.get(Rung.NAIVE)), Objects.requireNonNull(byRung.get(Rung.REGISTERS)));
    }

    private static BiConsumer<String, double[]> requireClose(Map<String, double[]> got) {
        return (path, expected) ->
                Closeness.within(BETWEEN_DEVICES, path, expected, Objects.requireNonNull(got.get(path)));
    }

    /** The batches of SmallTraining, some of which are ready only after their followers. */
    private static Batch lateEveryThirdTime(long step) {
        if (step % 3 == 0) {
            pause();
        }
        return SmallTraining.batch(step);
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run has ended and the loader is being stopped
        }
    }

    /** All arrays after training, statistics included. */
    private static Map<String, double[]> trained(TestDevices.Choice choice, Batches batches, int loaderThreads) {
        try (Device device = choice.open().get()) {
            Network network = SmallTraining.network(device);
            SmallTraining.loop(network).loadedBy(loaderThreads).run(batches, 0, STEPS, (step, loss) -> {});
            Map<String, double[]> arrays = new LinkedHashMap<>();
            network.state().forEach((path, array) -> arrays.put(path, array.toDoubles()));
            return arrays;
        }
    }

    private static void requireSameBits(Map<String, double[]> first, Map<String, double[]> again) {
        first.forEach((path, values) -> assertThat(again.get(path)).as(path).containsExactly(values));
    }
}
