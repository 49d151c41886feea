package dev.vitrine.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Place;
import dev.vitrine.engine.device.Place.Pass;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.model.DevicesUnderTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final Effort LITTLE = new Effort(0, 0, 2, 2);

    private static OpenClDevice openCl() {
        return (OpenClDevice)
                DevicesUnderTest.openCl().findFirst().orElseThrow().get();
    }

    /** The work's multiply-adds by hand: 25*256 + 256*128 + 128*64 + 64*2, three times but for the first layer twice. */
    private static final double W3_OPERATIONS = 2.0 * 4 * (3 * (6400 + 32768 + 8192 + 128) - 6400);

    @Test
    void saysHowMuchAStepIs() {
        try (Device device = new JavaDevice()) {
            Result result = Bench.run(Work.W3, device, 4, LITTLE, Optional.empty());
            assertThat(result.size()).isEqualTo(new Result.Size(4, 47_938, W3_OPERATIONS));
            assertThat(result.launches()).isZero();
            assertThat(result.shareOfPeak()).isEmpty();
            assertThat(result.isImpossible()).isFalse();
            assertThat(result.step().count()).isEqualTo(2);
            assertThat(result.split().forward().min()).isPositive();
            assertThat(result.inference().min()).isPositive();
        }
    }

    @Test
    void aStepBelowTheFloorIsImpossible() {
        Timing fast = new Timing(1, 0.9, 2, 3);
        Split split = new Split(fast, fast, fast);
        Roof roof = new Roof(1e9, 1, 1, 1, 1);
        Result slower =
                new Result(Work.W3, "", new Result.Size(1, 1, 0.8e6), fast, split, fast, Optional.of(roof), 0, 0);
        Result faster = new Result(Work.W3, "", new Result.Size(1, 1, 1e6), fast, split, fast, Optional.of(roof), 0, 0);
        assertThat(slower.isImpossible()).isFalse();
        assertThat(slower.shareOfPeak()).hasValue(0.8);
        assertThat(faster.isImpossible()).isTrue();
        assertThat(slower.possible()).isSameAs(slower);
        assertThatThrownBy(faster::possible)
                .isInstanceOf(RunFailure.class)
                .hasMessage("W3: 0.900 ms is below the physical floor of this device, 1.000 ms; the measurement is"
                        + " wrong");
    }

    @Test
    void aComparedStepBelowTheFloorIsRefused() {
        try (Device device = new JavaDevice()) {
            Roof slow = new Roof(1, 1, 1, 1, 1);
            Result first = Bench.run(Work.W3, device, 4, LITTLE, Optional.of(slow));
            assertThatThrownBy(() -> Compared.measure(first, device, LITTLE, List.of()))
                    .isInstanceOf(RunFailure.class)
                    .hasMessageMatching("W3: [0-9.]+ ms is below the physical floor of this device, [0-9.]+ ms; the"
                            + " measurement is wrong");
        }
    }

    @Test
    void theRoofIsHigherThanAnyKernel() {
        try (OpenClDevice device = openCl()) {
            Roof roof = Roof.of(device);
            assertThat(roof.operations()).isBetween(1e8, 1e15);
            assertThat(roof.memoryBytes()).isBetween(1e8, 1e14);
            assertThat(roof.launchSeconds()).isBetween(1e-8, 1e-2);
            assertThat(roof.bytesPerSecond(roof.cacheSize())).isEqualTo(roof.cacheBytes());
            assertThat(roof.bytesPerSecond(roof.cacheSize() + 1)).isEqualTo(roof.memoryBytes());
            Result result = Bench.run(Work.W3, device, 64, LITTLE, Optional.of(roof));
            assertThat(result.isImpossible()).isFalse();
            assertThat(result.hostReads()).isZero();
            assertThat(result.launches()).isGreaterThan(10);
        }
    }

    @Test
    void kernelsHaveALayerAndItsOperations() {
        try (OpenClDevice device = openCl()) {
            KernelTimes times =
                    KernelTimes.measure(Work.W3, device, 4, new Roof(1e12, 1e11, 1e12, 1 << 20, 1e-6), LITTLE);
            KernelTimes.Row first = times.inOrder().stream()
                    .filter(row -> row.kernel().equals("linear.forward"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.place()).isEqualTo(new Place("layers.0", Pass.FORWARD));
            assertThat(first.operations()).isEqualTo(2.0 * 4 * 6400);
            assertThat(first.floorMilliseconds())
                    .isCloseTo(Math.max(2.0 * 4 * 6400 / 1e9, first.bytes() / 1e9), within(1e-12));
            assertThat(times.inOrder().stream()
                            .filter(KernelTimes.Row::multiplies)
                            .mapToDouble(KernelTimes.Row::operations)
                            .sum())
                    .isEqualTo(W3_OPERATIONS);
            assertThat(times.rows()).isSortedAccordingTo((a, b) -> Double.compare(b.milliseconds(), a.milliseconds()));
            double layers = times.inOrder().stream()
                    .map(row -> row.place().layer())
                    .distinct()
                    .mapToDouble(times::milliseconds)
                    .sum();
            assertThat(layers).isCloseTo(times.kernelMilliseconds(), within(1e-9));
            assertThat(BenchCharts.of(times, new Roof(1e12, 1e11, 1e12, 1, 1)))
                    .containsOnlyKeys("w3-layers", "w3-roofline");
        }
    }
}
