package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
    private static final float[] SAMPLES = {0.5f, -0.25f, 2f, -2f, 1f / 3};

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("a.wav");
    }

    @AfterEach
    void nothingHalfWrittenIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void pcmIsReadBackToTheStepAndClipped() throws IOException {
        WavWriter.write(file(), new Waveform(SAMPLES, 16000));
        assertThat(WavReader.read(file()).samples()).containsExactly(0.5f, -0.25f, 32767 / 32768f, -1f, 10923 / 32768f);
        assertThat(Files.size(file())).isEqualTo(44 + 2 * SAMPLES.length);
    }

    @Test
    void floatIsReadBackToTheBit() throws IOException {
        WavWriter.writeFloat(file(), new Waveform(SAMPLES, 22050));
        assertThat(WavReader.read(file()).samples()).containsExactly(SAMPLES);
        assertThat(WavReader.read(file()).sampleRate()).isEqualTo(22050);
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Files.writeString(file(), "something longer than the sound ".repeat(10));
        WavWriter.write(file(), new Waveform(SAMPLES, 8000));
        assertThat(WavReader.read(file()).samples()).hasSize(SAMPLES.length);
    }

    @Test
    void refusesAMissingFolder() {
        Path file = folder.resolve("none").resolve("a.wav");
        assertThatThrownBy(() -> WavWriter.write(file, new Waveform(SAMPLES, 8000)))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file + ": cannot be written, there is no folder " + folder.resolve("none") + "; make it first");
    }

    @Test
    void leavesTheOldFileWhereTheNewOneIsRefused() throws IOException {
        Files.writeString(file(), "old");
        Waveform broken = new Waveform(new float[] {0, Float.NaN}, 8000);
        assertThatThrownBy(() -> WavWriter.writeFloat(file(), broken)).hasMessage("a sample is NaN; expected a number");
        assertThatThrownBy(() -> WavWriter.write(file(), broken)).hasMessage("a sample is NaN; expected a number");
        assertThat(file()).hasContent("old");
    }

    @Test
    void leavesNothingWhereTheNameIsTaken() throws IOException {
        Files.createDirectories(file().resolve("in the way"));
        assertThatThrownBy(() -> WavWriter.write(file(), new Waveform(SAMPLES, 8000)))
                .isInstanceOf(IOException.class);
    }
}
