package dev.vitrine.experiments.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Where a command writes: results to the standard output, all else to the error output.
 *
 * @param out results
 * @param err notes, warnings and progress
 * @param columns the width of the terminal that shows {@code err}, or 0 if it is none
 */
record Console(PrintStream out, PrintStream err, int columns) {
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);

    /** The console of this process; the launcher tells how wide the terminal is, if it is one. */
    static Console ofProcess() {
        return new Console(System.out, System.err, Integer.getInteger("vitrine.columns", 0));
    }

    /** Writes a result. */
    void say(String line) {
        out.println(line);
    }

    /** Writes a note or a warning. */
    void warn(String line) {
        err.println(line);
    }

    void warn(Throwable problem) {
        problem.printStackTrace(err);
    }

    /** A bar on a terminal, else a line every ten seconds. */
    Progress progress(String task, long steps, long done) {
        return columns > 0
                ? new BarProgress(task, steps, done, err, columns)
                : new LineProgress(task, steps, done, this::warn, LINE_EVERY, System::nanoTime);
    }
}
