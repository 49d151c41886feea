package dev.vitrine.experiments.recipe;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Says in one line why a file or folder could not be written. */
final class WriteProblem {
    private WriteProblem() {}

    static IOException at(Path target, IOException problem) {
        return new IOException("cannot write %s: %s".formatted(target, reason(problem)), problem);
    }

    private static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied; choose a folder that you may write to";
        }
        if (problem instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (problem instanceof FileAlreadyExistsException e) {
            return e.getFile() + " is a file, not a folder";
        }
        String words = problem instanceof FileSystemException e ? e.getReason() : problem.getMessage();
        if (words != null && words.contains("No space left")) {
            return "the disk is full; free some space";
        }
        return Objects.requireNonNullElseGet(words, () -> problem.getClass().getSimpleName());
    }
}
