package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StopSignalTest {
    private final Streams streams = new Streams();

    @Test
    void nobodyHeedsSoTheProcessEndsAtOnceAndInSilence() {
        streams.stop.requestAndWait(streams.console(0), Duration.ofHours(1));
        assertThat(streams.stop.requested()).isTrue();
        assertThat(streams.err()).isEmpty();
    }

    @Test
    void waitsForTheLoopThatWritesItsCheckpoint() throws InterruptedException {
        CountDownLatch heeding = new CountDownLatch(1);
        StringBuilder log = new StringBuilder();
        Thread loop = new Thread(() -> heed(() -> {
            heeding.countDown();
            while (!streams.stop.requested()) {
                Thread.onSpinWait();
            }
            log.append("checkpoint written");
        }));
        loop.start();
        heeding.await();
        streams.stop.requestAndWait(streams.console(0), Duration.ofHours(1));
        assertThat(log).hasToString("checkpoint written");
        assertThat(streams.err()).isEqualTo("Stopping: the run writes its checkpoint ..." + System.lineSeparator());
        loop.join();
    }

    @Test
    void givesUpOnALoopThatHangs() {
        heed(() -> streams.stop.requestAndWait(streams.console(0), Duration.ofMillis(1)));
        assertThat(streams.stop.requested()).isTrue();
    }

    private void heed(StopSignal.Work work) {
        try {
            streams.stop.heed(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
