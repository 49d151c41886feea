package dev.vitrine.engine.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in one line why a file or folder could not be written and what to do. */
public final class WriteProblem {
    private WriteProblem() {}

    /** The same problem with the target's name in front. */
    public static IOException at(Path target, IOException problem) {
        return new IOException("cannot write " + target + ": " + reason(problem), problem);
    }

    private static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied; choose a folder that you may write to";
        }
        if (problem instanceof NoSuchFileException) {
            return "its folder does not exist; create it first";
        }
        if (problem instanceof FileAlreadyExistsException e) {
            return e.getFile() + " is a file, not a folder";
        }
        String words = wordsOfTheSystem(problem);
        if (words == null) {
            return problem.getClass().getSimpleName();
        }
        return words.contains("No space left") ? "the disk is full; free some space" : words;
    }

    private static @Nullable String wordsOfTheSystem(IOException problem) {
        return problem instanceof FileSystemException e
                ? Objects.requireNonNullElse(e.getReason(), e.getMessage())
                : problem.getMessage();
    }
}
