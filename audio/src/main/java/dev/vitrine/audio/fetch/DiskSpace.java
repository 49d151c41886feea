package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the disk has room. */
final class DiskSpace {
    private DiskSpace() {}

    /** Asks before hours have been spent. */
    static void require(Path file, long bytes) throws IOException {
        long free = Files.getFileStore(file).getUsableSpace();
        if (free > 0 && bytes > free) {
            throw new FetchException("%s: the disk is full: %,d bytes are to come, and there is room for %,d; free some"
                    .formatted(file, bytes, free));
        }
    }

    static FetchException problem(Path file, IOException problem) {
        String words = String.valueOf(problem.getMessage());
        String why = words.contains("No space left") || words.contains("not enough space")
                ? "the disk is full; free some, and go on with the same command"
                : words;
        return new FetchException(file + ": cannot be written: " + why, problem);
    }
}
