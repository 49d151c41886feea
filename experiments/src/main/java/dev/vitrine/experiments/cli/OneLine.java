package dev.vitrine.experiments.cli;

import com.beust.jcommander.ParameterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;

/** What went wrong, as one line that a terminal shows unharmed. */
final class OneLine {
    private OneLine() {}

    static String of(Throwable problem) {
        return clean(words(problem));
    }

    static String withType(Throwable problem) {
        String type = problem.getClass().getSimpleName();
        return clean(problem.getMessage() == null ? type : type + ": " + problem.getMessage());
    }

    static String ofMemory(long limitBytes) {
        return String.format(
                Locale.ROOT,
                "out of memory (the limit is %d MB); allow more with VITRINE_OPTS=-Xmx4g",
                limitBytes >> 20);
    }

    /** The JDK's file errors often carry a bare path: say what is the matter with it. */
    private static String words(Throwable problem) {
        if (problem instanceof UncheckedIOException e) {
            return words(Objects.requireNonNull(e.getCause()));
        }
        if (problem instanceof NoSuchFileException e) {
            return "no such file or folder: " + e.getFile();
        }
        if (problem instanceof AccessDeniedException e) {
            return "permission denied: " + e.getFile();
        }
        if (problem instanceof NotDirectoryException e) {
            return "not a folder: " + e.getFile();
        }
        if (problem instanceof FileSystemException e && e.getReason() == null) {
            return withType(e);
        }
        if (problem instanceof InvalidPathException e) {
            return "not a usable path: " + e.getMessage();
        }
        if (problem instanceof ParameterException e) {
            return Options.explain(e);
        }
        if (problem instanceof IOException && problem.getMessage() == null) {
            return withType(problem);
        }
        return Objects.requireNonNullElseGet(
                problem.getMessage(), () -> problem.getClass().getSimpleName());
    }

    /** A file's name may hold a line break or an escape sequence. */
    private static String clean(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
