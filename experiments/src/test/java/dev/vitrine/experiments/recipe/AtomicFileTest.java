package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void oldFile() throws IOException {
        file = folder.resolve("config.json");
        Files.writeString(file, "old");
    }

    @Test
    void replacesTheWholeFile() throws IOException {
        AtomicFile.write(file, out -> out.write(new byte[] {'n', 'e', 'w', 'e', 'r'}));
        assertThat(file).hasContent("newer");
        assertThat(folder).isDirectoryContaining(p -> p.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void failureHalfWayLeavesTheOldFileAndNothingElse() {
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": the disk is full; free some space");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void missingFolder() {
        Path target = folder.resolve("missing/config.json");
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + target + ": its folder does not exist");
    }
}
