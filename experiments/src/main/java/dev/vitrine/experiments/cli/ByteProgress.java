package dev.vitrine.experiments.cli;

import dev.vitrine.audio.fetch.FetchEvents;
import org.jspecify.annotations.Nullable;

/** Shows how many bytes have come: a bar for each piece of work that is worth one, in megabytes. */
final class ByteProgress implements FetchEvents, AutoCloseable {
    private static final long MEGABYTE = 1_000_000;

    /** What is smaller is done before a bar can be read. */
    private static final long WORTH_A_BAR = 5 * MEGABYTE;

    private final Console console;
    private @Nullable Progress progress;
    private long steps;
    private long shown;

    ByteProgress(Console console) {
        this.console = console;
    }

    @Override
    public void begin(String task, long bytes, long done) {
        close();
        if (bytes >= WORTH_A_BAR) {
            steps = bytes / MEGABYTE;
            shown = done / MEGABYTE;
            progress = console.progress(task + " (MB)", steps, shown);
        }
    }

    @Override
    public void at(long bytes) {
        long step = Math.min(steps, bytes / MEGABYTE);
        if (progress != null && step != shown) {
            shown = step;
            progress.at(step, Progress.Measures.NONE);
        }
    }

    @Override
    public void note(String line) {
        if (progress == null) {
            console.warn(line);
        } else {
            progress.say(line);
        }
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }
}
