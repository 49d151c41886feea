package dev.vitrine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void oldFile() throws IOException {
        file = folder.resolve("last.json");
        Files.writeString(file, "old");
    }

    private void assertNothingChanged() {
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("last.json");
    }

    @Test
    void replacesTheWholeFile() throws IOException {
        AtomicFile.write(file, out -> out.write(new byte[] {'n', 'e', 'w'}));
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("last.json");
    }

    @Test
    void showsTheOldFileUntilTheNewOneIsWhole() throws IOException {
        AtomicFile.write(file, out -> {
            out.write(new byte[200_000]);
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasSize(200_000);
    }

    @Test
    void givesTheFileTheUsualPermissions() throws IOException {
        AtomicFile.write(file, out -> {});
        Path usual = Files.writeString(folder.resolve("usual"), "");
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskInTheWordsOfTheSystem() {
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[200_000]);
                    try (FileOutputStream full = new FileOutputStream("/dev/full")) {
                        full.write(1);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": the disk is full; free some space");
        assertNothingChanged();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskLeavesNothing() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) != 0) {
            Assumptions.abort("a full disk can be tried only where tmpfs can be mounted, as root");
        }
        try {
            Path target = disk.resolve("features.0.weight.npy");
            Files.writeString(target, "old");
            assertThatThrownBy(() -> AtomicFile.write(target, out -> out.write(new byte[200_000])))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot write " + target + ": the disk is full; free some space");
            assertThat(target).hasContent("old");
            assertThat(disk.toFile().list()).containsExactly("features.0.weight.npy");
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void folderThatMayNotBeWritten() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            if (Files.isWritable(folder)) {
                Assumptions.abort("permissions do not bind root");
            }
            assertThatThrownBy(() -> AtomicFile.write(file, out -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot write " + file + ": permission denied; choose a folder that you may write to");
            assertNothingChanged();
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void permissionDeniedHalfWay() {
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new AccessDeniedException("last.json");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": permission denied; choose a folder that you may write to");
        assertNothingChanged();
    }

    @Test
    void missingFolder() {
        Path target = folder.resolve("missing/last.json");
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + target + ": its folder does not exist; create it first");
        assertNothingChanged();
    }

    @Test
    void otherProblemsInTheirOwnWords() {
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new FileSystemException("last.json", null, "Read-only file system");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": Read-only file system");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IOException();
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": IOException");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new FileAlreadyExistsException("runs");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": runs is a file, not a folder");
        assertNothingChanged();
    }

    @Test
    void anErrorInTheBodyLeavesNothing() {
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IllegalArgumentException("2.5 cannot be written");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2.5 cannot be written");
        assertNothingChanged();
    }
}
