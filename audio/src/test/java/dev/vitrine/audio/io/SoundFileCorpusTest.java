package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the search has kept, and the same with a few bytes changed, from a seed. */
class SoundFileCorpusTest {
    private static final int CHANGED = 10;

    /** A hang, not slowness. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sounds",
                "SoundFileFuzzTestInputs/anyBytesAreReadOrRefused",
                "SoundFileFuzzTestInputs/anyOggWithRightChecksumsIsReadOrRefused"
            })
    void everyFileIsReadOrRefused(String name) throws Exception {
        List<Path> files = files(name);
        assertThat(files).hasSizeGreaterThan(5);
        assertTimeoutPreemptively(LONGEST, () -> {
            for (Path file : files) {
                tryAll(file, Files.readAllBytes(file));
            }
        });
    }

    private void tryAll(Path file, byte[] bytes) throws IOException {
        Path tried = folder.resolve("tried");
        Random random = new Random(file.getFileName().toString().hashCode());
        try {
            ReadOrRefused.check(tried, bytes);
            for (int i = 0; i < CHANGED; i++) {
                byte[] changed = changed(bytes, random);
                ReadOrRefused.check(tried, changed);
                ReadOrRefused.check(tried, OggChecksums.mended(changed));
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(file + ", or a change of it, is neither read nor refused", e);
        }
    }

    /** Often a byte of the header, seldom the length. */
    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = random.nextInt(8) == 0
                ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                : bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            int reach = random.nextBoolean() ? Math.min(64, changed.length) : changed.length;
            changed[random.nextInt(reach)] = (byte) (random.nextInt(4) == 0 ? -1 : random.nextInt(256));
        }
        return changed;
    }

    private static List<Path> files(String name) throws URISyntaxException, IOException {
        URL url = Objects.requireNonNull(SoundFileCorpusTest.class.getResource(name), name);
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList();
        }
    }
}
