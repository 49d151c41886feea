package dev.vitrine.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.op.loss.BceWithLogits;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.optim.Sgd;
import dev.vitrine.engine.tensor.Shape;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BatchWaitTest {
    private static final Batch BATCH = new Batch(new float[] {1, 2}, Shape.of(1, 2), new float[] {1}, Shape.of(1, 1));

    /** The clock goes on by a second each time it is read. */
    @Test
    void waitsForBatchesAreSummedOverRuns() {
        try (Device device = TestDevices.java()) {
            Network network = Network.of(device, new Linear(2, 1, Init.glorotUniform()), 1);
            AtomicLong seconds = new AtomicLong();
            TrainingLoop loop = new TrainingLoop(
                            network,
                            new Sgd(network.parameters(), new Sgd.Options(0, 0)),
                            (z, t) -> BceWithLogits.bceWithLogits(z, t),
                            Schedule.constant(0.1))
                    .timedBy(() -> seconds.getAndIncrement() * 1_000_000_000);
            assertThat(loop.waited()).isEqualTo(BatchWait.NONE);
            loop.run(step -> BATCH, 0, 3, (step, loss) -> {});
            assertThat(loop.waited()).isEqualTo(new BatchWait(3, 7));
            loop.run(step -> BATCH, 3, 4, (step, loss) -> {});
            assertThat(loop.waited()).isEqualTo(new BatchWait(4, 10));
        }
    }

    @Test
    void shareIsSaidInWords() {
        assertThat(BatchWait.NONE.share()).isZero();
        BatchWait wait = new BatchWait(1, 30).plus(new BatchWait(0.5, 30));
        assertThat(wait.share()).isEqualTo(0.025);
        assertThat(wait.words()).isEqualTo("waited for batches 2.5 % of 60.0 s of training");
    }
}
