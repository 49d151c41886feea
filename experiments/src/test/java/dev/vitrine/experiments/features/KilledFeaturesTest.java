package dev.vitrine.experiments.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while {@code vitrine features} is at work on many files. */
class KilledFeaturesTest {
    private static final int FILES = 24;
    private static final int KILLS = 2;

    @TempDir
    Path folder;

    private Path sounds;

    private Process start(Path out) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of("features", sounds.toString(), "--out", out.toString()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(new File(out + ".log"))
                .start();
    }

    private String finish(Path out) throws Exception {
        Process process = start(out);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(Path.of(out + ".log")).strip();
        assertThat(process.exitValue()).as(said).isZero();
        return said.lines().reduce("", (before, last) -> last);
    }

    private static List<Path> outputs(Path out) throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".npy"))
                    .map(out::relativize)
                    .sorted()
                    .toList();
        }
    }

    @BeforeEach
    void makeSounds() throws IOException {
        sounds = Files.createDirectories(folder.resolve("sounds"));
        for (int i = 0; i < FILES; i++) {
            float[] samples = new float[80_000];
            for (int n = 0; n < samples.length; n++) {
                samples[n] = (float) (0.5 * Math.sin(n * (0.01 + 0.001 * i)));
            }
            WavWriter.write(sounds.resolve("tone%02d.wav".formatted(i)), new Waveform(samples, 16000));
        }
    }

    /** Waits until some more files have their outputs, and kills in the middle of the next ones. */
    private void killWithin(Path out, int outputsBefore) throws Exception {
        Process process = start(out);
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (process.isAlive() && outputs(out).size() < outputsBefore && System.nanoTime() < until) {
            Thread.sleep(2);
        }
        assertThat(process.isAlive()).as("killed before it was done").isTrue();
        process.destroyForcibly().waitFor();
    }

    @Test
    void theNextRunLosesNothingAndTrustsNothingHalf() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        Path killed = folder.resolve("killed");
        finish(undisturbed);
        List<Path> expected = outputs(undisturbed);
        assertThat(expected).hasSize(FILES * 15);
        for (int kill = 1; kill <= KILLS; kill++) {
            killWithin(killed, kill * expected.size() / (KILLS + 2));
        }
        // All that was finished before a kill is remembered; at most one file of each thread was not.
        int whole = outputs(killed).size() / 15;
        int threads = Runtime.getRuntime().availableProcessors();
        String said = finish(killed);
        int remembered = Integer.parseInt(said.replaceFirst(".*computed, (\\d+) were there.*", "$1"));
        assertThat(remembered).isBetween(whole - KILLS * threads, whole);
        assertThat(outputs(killed)).isEqualTo(expected);
        for (Path output : expected) {
            assertThat(killed.resolve(output)).hasSameBinaryContentAs(undisturbed.resolve(output));
        }
        assertThat(killed.resolve(".vitrine/unfinished")).isEmptyDirectory();
        assertThat(finish(killed)).endsWith("(0 computed, " + FILES + " were there)");
    }
}
