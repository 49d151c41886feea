package dev.vitrine.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.op.loss.BceWithLogits;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.optim.Sgd;
import dev.vitrine.engine.tensor.Shape;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchWaitTest {
    private static final Batch BATCH = new Batch(new float[] {1, 2}, Shape.of(1, 2), new float[] {1}, Shape.of(1, 1));

    private static TrainingLoop loop(Device device) {
        Network network = Network.of(device, new Linear(2, 1, Init.glorotUniform()), 1);
        return new TrainingLoop(
                network,
                new Sgd(network.parameters(), new Sgd.Options(0, 0)),
                (z, t) -> BceWithLogits.bceWithLogits(z, t),
                Schedule.constant(0.1));
    }

    /** The clock goes on by a second each time it is read. The Java device has nothing to do while the host waits. */
    @Test
    void waitsForBatchesAreSummedOverRuns() {
        try (Device device = TestDevices.java()) {
            AtomicLong seconds = new AtomicLong();
            TrainingLoop loop = loop(device).timedBy(() -> seconds.getAndIncrement() * 1_000_000_000);
            assertThat(loop.waited()).isEqualTo(BatchWait.NONE);
            loop.run(step -> BATCH, 0, 3, (step, loss) -> {});
            assertThat(loop.waited()).isEqualTo(new BatchWait(3, 7));
            loop.run(step -> BATCH, 3, 4, (step, loss) -> {});
            assertThat(loop.waited()).isEqualTo(new BatchWait(4, 10));
        }
    }

    /** Batches are slow; before each is asked for the device is given work that takes a multiple of that, or none. */
    @Test
    void waitsWhileTheDeviceIsBusyDoNotCount() {
        try (OpenClDevice device = TestDevices.openCl()) {
            TrainingLoop loop = loop(device);
            loop.run(BatchWaitTest::slowly, 0, 10, (step, loss) -> {});
            assertThat(loop.waited().waitedSeconds()).isGreaterThan(0.1);

            Buffer large = device.allocateLasting(1 << 24);
            long begin = System.nanoTime();
            IntStream.range(0, 50).forEach(large::fill);
            device.synchronize();
            double turn = (System.nanoTime() - begin) / 1e9 / 50;
            int turns = (int) Math.ceil(0.2 / turn);
            TrainingLoop.Listener keepsBusy = new TrainingLoop.Listener() {
                @Override
                public boolean goOn() {
                    IntStream.range(0, turns).forEach(large::fill);
                    return true;
                }

                @Override
                public void progress(long step, double loss) {}
            };
            AtomicLong looks = new AtomicLong();
            TrainingLoop busy = loop(device).timedBy(() -> looks.getAndIncrement() * 1_000_000_000);
            busy.run(BatchWaitTest::slowly, 0, 3, keepsBusy);
            assertThat(busy.waited().waitedSeconds()).isZero();
        }
    }

    private static Batch slowly(long step) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return BATCH;
    }

    @Test
    void shareIsSaidInWords() {
        assertThat(BatchWait.NONE.share()).isZero();
        BatchWait wait = new BatchWait(1, 30).plus(new BatchWait(0.5, 30));
        assertThat(wait.share()).isEqualTo(0.025);
        assertThat(wait.words()).isEqualTo("waited for batches 2.5 % of 60.0 s of training");
    }
}
