package dev.vitrine.experiments.cli;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line now and then, for log files and pipes. */
final class LineProgress implements Progress {
    private final String task;
    private final long steps;
    private final long first;
    private final Consumer<String> lines;
    private final long everyNanos;
    private final LongSupplier clock;
    private final long started;
    private long lastLine;

    /**
     * @param first steps that were done before, in an earlier part of the same run
     * @param clock nanoseconds
     */
    LineProgress(String task, long steps, long first, Consumer<String> lines, Duration every, LongSupplier clock) {
        this.task = task;
        this.steps = steps;
        this.first = first;
        this.lines = lines;
        this.everyNanos = every.toNanos();
        this.clock = clock;
        this.started = clock.getAsLong();
        this.lastLine = started;
    }

    @Override
    public void at(long step, Measures measures) {
        long now = clock.getAsLong();
        if (now - lastLine >= everyNanos || step == steps) {
            lastLine = now;
            lines.accept(line(step, measures, (now - started) * 1e-9));
        }
    }

    private String line(long step, Measures measures, double seconds) {
        return Progress.head(task, step, steps) + measures.words() + Progress.pace(step, steps, first, seconds);
    }

    @Override
    public void say(String line) {
        lines.accept(line);
    }

    @Override
    public void close() {
        // Every line is complete when it is written.
    }
}
