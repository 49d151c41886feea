package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How another program ended.
 *
 * @param exit its code; 0: well
 * @param lastLine of what it said
 */
record ToolRun(int exit, String lastLine) {
    private static final long LOOK_MILLIS = 100;
    private static final int STOPPED = -1;

    boolean isGood() {
        return exit == 0;
    }

    /**
     * Runs a program to its end.
     *
     * @param log takes what it says
     * @param limit after which it is ended
     * @param stop whether it is to be ended
     */
    static ToolRun of(List<String> command, Path log, Duration limit, BooleanSupplier stop) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.write(log.resolveSibling("nothing"), new byte[0]).toFile()))
                .start();
        try {
            long end = System.nanoTime() + limit.toNanos();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stop.getAsBoolean()) {
                    return new ToolRun(STOPPED, "stopped");
                }
                if (System.nanoTime() > end) {
                    return new ToolRun(STOPPED, "it took longer than " + limit.toMinutes() + " minutes");
                }
            }
            return new ToolRun(process.exitValue(), lastLine(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String lastLine(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
        return text.substring(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
    }
}
