package dev.vitrine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.tensor.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a JVM that does nothing but write checkpoints, at random moments. */
class KilledWriterTest {
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    @TempDir
    Path beside;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aWholeCheckpointIsThereAfterEveryKill() throws IOException, InterruptedException {
        Rng rng = Rng.of(11, 0);
        int step = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            int said = writeAndKill(step, rng.nextInt(60));
            step = stepOfTheCheckpoint();
            assertThat(step).as("kill %d", kill).isGreaterThanOrEqualTo(said);
            assertThat(folder.toFile().list())
                    .as("leftovers of one write at most")
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    /** Returns the last step that the writer had said was written. */
    private int writeAndKill(int from, int milliseconds) throws IOException, InterruptedException {
        Path said = Files.writeString(beside.resolve("said.txt"), "");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriterMain.class.getName(),
                        folder.toString(),
                        String.valueOf(from))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            while (writer.isAlive() && Files.size(said) == 0) {
                Thread.sleep(2);
            }
            Thread.sleep(milliseconds);
            assertThat(writer.isAlive())
                    .as("the writer writes until it is killed")
                    .isTrue();
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return Files.readAllLines(said).stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
    }

    private int stepOfTheCheckpoint() throws IOException {
        Checkpoint found = Checkpoint.read(folder, "last");
        int step = (Integer) Objects.requireNonNull(found.training().get("step"));
        assertThat(Arrays.stream(Golden.array(found.arrays(), "weight").values())
                        .distinct())
                .containsExactly((double) step);
        return step;
    }
}
