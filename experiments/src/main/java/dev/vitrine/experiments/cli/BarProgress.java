package dev.vitrine.experiments.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressState;

/** A bar that is drawn again and again on one line of a terminal. */
final class BarProgress implements Progress {
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 5;

    private final PrintStream err;
    private final int width;
    private final ProgressBar bar;

    BarProgress(String task, long steps, long done, PrintStream err, int columns) {
        this.err = err;
        this.width = columns - 1;
        this.bar = ProgressBar.builder()
                .setTaskName(task)
                .setInitialMax(steps)
                .startsFrom(done, Duration.ZERO)
                .setUpdateIntervalMillis(250)
                .setRenderer(BarProgress::render)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
                .build();
    }

    @Override
    public void at(long step, Measures measures) {
        bar.setExtraMessage(measures.words());
        bar.stepTo(step);
    }

    @Override
    public void say(String line) {
        draw("");
        err.print('\r');
        err.println(line);
    }

    @Override
    public void close() {
        bar.close();
        err.println();
    }

    /** The words come first: where the terminal is narrow the bar shrinks, and then is left out. */
    static String render(ProgressState state, int width) {
        long steps = state.getMax();
        double seconds = state.getElapsedAfterStart().toNanos() * 1e-9;
        String head = Progress.head(state.getTaskName(), state.getCurrent(), steps);
        String tail = state.getExtraMessage().stripTrailing()
                + Progress.pace(state.getCurrent(), steps, state.getStart(), seconds);
        int room = Math.min(LONGEST_BAR, width - head.length() - tail.length() - 3);
        String line = room < SHORTEST_BAR ? head + tail : head + bar(state.getNormalizedProgress(), room) + tail;
        return line.substring(0, Math.min(line.length(), width));
    }

    private static String bar(double share, int room) {
        int full = (int) Math.round(room * Math.max(0, Math.min(1, share)));
        return " [" + "#".repeat(full) + ".".repeat(room - full) + "]";
    }

    /** Spaces wipe out what a longer line left. */
    private void draw(String line) {
        err.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
    }
}
