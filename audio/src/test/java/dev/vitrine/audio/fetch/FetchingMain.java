package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that fetches a file and says when half of it is there. */
final class FetchingMain {
    private static final long HALF = 150_000;

    private FetchingMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        FetchEvents events = new FetchEvents() {
            @Override
            public void begin(String task, long bytes, long done) {}

            @Override
            public void at(long bytes) {
                if (bytes == HALF) {
                    System.out.println(bytes);
                }
            }

            @Override
            public void note(String line) {}
        };
        Patience patience = new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
        new Download(patience, events).to(Path.of(args[1]), RemoteFile.of("set.bin", Packing.NONE, 10, args[0]), null);
    }
}
