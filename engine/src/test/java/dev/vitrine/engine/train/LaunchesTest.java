package dev.vitrine.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.Launch;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Place;
import dev.vitrine.engine.device.Place.Pass;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.nn.Network;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kernel of a training step can be timed, and says on behalf of which layer it ran. */
class LaunchesTest {
    private static List<Launch> timedStep(OpenClDevice device) {
        TrainingLoop loop = SmallTraining.loop(SmallTraining.network(device));
        loop.step(SmallTraining.batch(0), 0);
        return device.timed(() -> loop.step(SmallTraining.batch(1), 1));
    }

    @Test
    void everyLaunchIsTimed() {
        try (OpenClDevice device = TestDevices.openClAsUsersGetIt()) {
            TrainingLoop loop = SmallTraining.loop(SmallTraining.network(device));
            loop.step(SmallTraining.batch(0), 0);
            Map<String, Long> counted = new HashMap<>(device.launches());
            List<Launch> launches = device.timed(() -> loop.step(SmallTraining.batch(1), 1));
            Map<String, Long> after = new HashMap<>(device.launches());
            launches.forEach(launch -> after.merge(launch.kernel(), -1L, Long::sum));
            after.keySet().forEach(kernel -> counted.putIfAbsent(kernel, 0L));
            assertThat(after).isEqualTo(counted);
            assertThat(launches).hasSizeGreaterThan(10).allSatisfy(launch -> {
                assertThat(launch.nanoseconds()).isPositive();
                assertThat(launch.bytes()).isPositive();
            });
        }
    }

    @Test
    void aLaunchKnowsItsLayerAndPass() {
        try (OpenClDevice device = TestDevices.openClAsUsersGetIt()) {
            List<Launch> launches = timedStep(device);
            assertThat(launches).extracting(Launch::place).doesNotContain(Place.NOWHERE);
            Place last = launches.get(launches.size() - 1).place();
            assertThat(last).isEqualTo(new Place("optimizer", Pass.UPDATE));
            List<Place> convolution = launches.stream()
                    .filter(launch -> launch.kernel().startsWith("conv1d."))
                    .map(Launch::place)
                    .distinct()
                    .toList();
            assertThat(convolution).contains(new Place("0", Pass.FORWARD), new Place("0", Pass.BACKWARD));
            assertThat(launches)
                    .extracting(Launch::place)
                    .contains(new Place("1", Pass.FORWARD), new Place("1", Pass.BACKWARD))
                    .contains(new Place("loss", Pass.FORWARD), new Place("loss", Pass.BACKWARD));
            assertThat(device.place()).isEqualTo(Place.NOWHERE);
        }
    }

    @Test
    void timingChangesNoBit() {
        try (OpenClDevice device = TestDevices.openClAsUsersGetIt()) {
            assertThat(weights(device, true)).containsExactly(weights(device, false));
        }
    }

    private static double[] weights(OpenClDevice device, boolean timed) {
        Network network = SmallTraining.network(device);
        TrainingLoop loop = SmallTraining.loop(network);
        Runnable step = () -> loop.step(SmallTraining.batch(0), 0);
        if (timed) {
            device.timed(step);
        } else {
            step.run();
        }
        return network.parameters().tensors().values().stream()
                .flatMapToDouble(tensor -> Arrays.stream(tensor.toDoubles()))
                .toArray();
    }

    @Test
    void refusesToTimeWhileItIsTiming() {
        try (OpenClDevice device = TestDevices.openClAsUsersGetIt()) {
            assertThatThrownBy(() -> device.timed(() -> device.timed(() -> {})))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(device.name() + ": launches are being timed already");
        }
    }
}
