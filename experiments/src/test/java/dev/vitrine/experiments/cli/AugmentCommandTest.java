package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentCommandTest {
    @TempDir
    private Path folder;

    private final Streams streams = new Streams();

    @BeforeEach
    void writeASound() throws IOException {
        float[] samples = new float[8000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(0.2 * i));
        }
        WavWriter.writeFloat(folder.resolve("tone.wav"), new Waveform(samples, 8000));
    }

    private int run(String... more) {
        List<String> words = new ArrayList<>(List.of("augment"));
        words.addAll(List.of(more));
        return streams.run(Main.everyCommand(), words.toArray(String[]::new));
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesBeforeAndEveryAfter() throws IOException {
        String tone = folder.resolve("tone.wav").toString();
        assertThat(run(tone, "--out", folder.resolve("a").toString())).isZero();
        assertThat(streams.out()).isEqualTo("10 WAV files in " + folder.resolve("a") + System.lineSeparator());
        assertThat(files("a"))
                .containsExactly(
                        "tone.background.wav",
                        "tone.before.wav",
                        "tone.frequency-mask.wav",
                        "tone.gain.wav",
                        "tone.mixup.wav",
                        "tone.noise.wav",
                        "tone.pitch.wav",
                        "tone.speed.wav",
                        "tone.time-mask.wav",
                        "tone.time-shift.wav");
        float[] before = SoundFile.read(folder.resolve("a/tone.before.wav")).samples();
        assertThat(before)
                .containsExactly(SoundFile.read(folder.resolve("tone.wav")).samples());
        for (String name : files("a")) {
            float[] after = SoundFile.read(folder.resolve("a").resolve(name)).samples();
            assertThat(name.contains("before") || !java.util.Arrays.equals(after, before))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void seedAndOtherSoundDecide() throws IOException {
        String tone = folder.resolve("tone.wav").toString();
        run(tone, "--out", folder.resolve("a").toString());
        run(tone, "--out", folder.resolve("b").toString(), "--other", tone);
        run(tone, "--out", folder.resolve("c").toString(), "--seed", "2");
        assertThat(folder.resolve("b/tone.gain.wav")).hasSameBinaryContentAs(folder.resolve("a/tone.gain.wav"));
        assertThat(Files.mismatch(folder.resolve("a/tone.background.wav"), folder.resolve("b/tone.background.wav")))
                .isPositive();
        assertThat(Files.mismatch(folder.resolve("a/tone.gain.wav"), folder.resolve("c/tone.gain.wav")))
                .isPositive();
    }

    @Test
    void refusesMoreOrLessThanOneFile() {
        assertThat(run("--out", folder.toString())).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo("vitrine: augment: expected one sound file, got 0" + System.lineSeparator());
    }
}
