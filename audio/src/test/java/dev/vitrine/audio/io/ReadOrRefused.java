package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every reader owes to any bytes at all: a sound, or one line that names the file and the byte. */
final class ReadOrRefused {
    /** A few bytes can stand for hours of silence. */
    private static final int ENOUGH = 1 << 22;

    private ReadOrRefused() {}

    static void check(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        float[] block = new float[4096];
        try (SoundStream sound = SoundFile.open(file)) {
            assertThat(sound.sampleRate()).isBetween(1000, 768_000);
            int samples = 0;
            for (int read = sound.read(block, 0, block.length);
                    read > 0 && samples < ENOUGH;
                    read = sound.read(block, 0, block.length)) {
                samples += read;
            }
        } catch (AudioFileException refused) {
            assertThat(refused.getMessage())
                    .startsWith(file + ": byte ")
                    .doesNotContain("\n")
                    .hasSizeLessThan(file.toString().length() + 300);
        }
    }
}
