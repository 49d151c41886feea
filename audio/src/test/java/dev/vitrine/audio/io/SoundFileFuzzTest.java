package dev.vitrine.audio.io;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Searches for files that are neither read nor refused; {@link SoundFileCorpusTest} keeps what was found. */
@Tag("fuzz")
class SoundFileFuzzTest {
    @TempDir
    private static Path folder;

    @FuzzTest(maxDuration = "5m")
    void anyBytesAreReadOrRefused(byte[] bytes) throws IOException {
        ReadOrRefused.check(folder.resolve("fuzzed"), bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void anyOggWithRightChecksumsIsReadOrRefused(byte[] bytes) throws IOException {
        ReadOrRefused.check(folder.resolve("fuzzed"), OggChecksums.mended(bytes));
    }
}
