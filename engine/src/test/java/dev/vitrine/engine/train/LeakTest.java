package dev.vitrine.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.MemoryUse;
import dev.vitrine.engine.device.TestDevices;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Ten thousand steps leave nothing behind: not on the device, which counts its bytes, and not in Java's heap. */
class LeakTest {
    private static final int STRETCHES = 10;
    private static final int STEPS = 1_000;

    /** Bytes that Java's heap may grow by per step: less than the smallest object that a step could leave. */
    private static final long HEAP_PER_STEP = 16;

    @TestFactory
    Stream<DynamicNode> tenThousandStepsLeaveNothingBehind() {
        return TestDevices.asUsersGetThem().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        requireFlat(device);
                    }
                }));
    }

    private static void requireFlat(Device device) {
        TrainingLoop loop = SmallTraining.loop(SmallTraining.network(device));
        train(loop, 0); // fills pools, compiles kernels
        MemoryUse before = device.memory();
        long[] growth = new long[STRETCHES];
        long heap = heapInUse();
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            train(loop, stretch + 1);
            long now = heapInUse();
            growth[stretch] = now - heap;
            heap = now;
        }
        assertThat(device.memory()).as("device memory").isEqualTo(before);
        Arrays.sort(growth);
        // What Java sets up once is in a few stretches; what steps leave is in all.
        assertThat(growth[STRETCHES / 2])
                .as("growth of the heap in %s steps", STEPS)
                .isLessThan(HEAP_PER_STEP * STEPS);
    }

    private static void train(TrainingLoop loop, int stretch) {
        long from = (long) stretch * STEPS;
        loop.run(SmallTraining::batch, from, from + STEPS, (step, loss) -> {});
    }

    /** The least of three looks: a collection leaves some that the next one takes. */
    private static long heapInUse() {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < 3; look++) {
            System.gc();
            Runtime java = Runtime.getRuntime();
            least = Math.min(least, java.totalMemory() - java.freeMemory());
        }
        return least;
    }
}
