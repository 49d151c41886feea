package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream from which nothing has come for a while: a connection that is half dead gives neither bytes nor an
 * error.
 */
final class StallGuard implements AutoCloseable {
    private static final int LOOKS = 4;

    private final InputStream in;
    private final Duration silence;
    private final ScheduledExecutorService clock;
    private final Future<?> looking;
    private volatile long lastByte = System.nanoTime();
    private volatile boolean stalled;

    StallGuard(InputStream in, Duration silence) {
        this.in = in;
        this.silence = silence;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "stall guard");
            thread.setDaemon(true);
            return thread;
        });
        long pause = Math.max(1, silence.toMillis() / LOOKS);
        this.looking = clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    int read(byte[] block) throws IOException {
        try {
            int n = in.read(block);
            if (stalled) {
                throw new IOException("stalled");
            }
            lastByte = System.nanoTime();
            return n;
        } catch (IOException e) {
            throw stalled ? new IOException("nothing came for " + silence.toSeconds() + " s", e) : e;
        }
    }

    private void look() {
        if (System.nanoTime() - lastByte < silence.toNanos()) {
            return;
        }
        stalled = true;
        try {
            in.close();
        } catch (IOException e) {
            // It was to be ended, and it has ended.
        }
    }

    @Override
    public void close() throws IOException {
        looking.cancel(true);
        clock.shutdown();
        in.close();
    }
}
