package dev.vitrine.experiments.cli;

import java.util.function.LongConsumer;

/** Shows how many mebibytes of a file have been moved; says nothing of a part of one. */
final class Mebibytes implements LongConsumer, AutoCloseable {
    private static final int BITS = 20;

    private final Progress progress;
    private long shown;

    Mebibytes(Console console, long bytes) {
        progress = console.progress("MiB", bytes >> BITS, 0);
    }

    @Override
    public void accept(long bytes) {
        if (bytes >> BITS > shown) {
            shown = bytes >> BITS;
            progress.at(shown, Progress.Measures.NONE);
        }
    }

    @Override
    public void close() {
        progress.close();
    }
}
