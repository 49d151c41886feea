package dev.vitrine.engine.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all.
 *
 * <p>The bytes go to a temporary file beside the target, are forced to the disk, and take the target's name in one
 * move. So a reader finds the old file or the new one, also after a kill or a power failure.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Body {
        /** Writes all bytes; the stream is buffered and need not be closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Creates or replaces {@code target}. There must be one writer of a target at a time.
     *
     * @throws IOException if it cannot be written, with one line that says why; the target is then as it was before
     */
    public static void write(Path target, Body body) throws IOException {
        Path file = target.toAbsolutePath();
        Path partial = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            fill(partial, body);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(file);
        } catch (IOException e) {
            throw WriteProblem.at(target, e);
        } finally {
            deleteIfLeft(partial);
        }
    }

    private static void fill(Path partial, Body body) throws IOException {
        try (FileChannel channel = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            body.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** The move itself is kept over a power failure only when the folder is forced too; Windows has no such call. */
    private static void forceFolder(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static void deleteIfLeft(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // Where it cannot be deleted it could not be made either, and that is being said already.
        }
    }
}
