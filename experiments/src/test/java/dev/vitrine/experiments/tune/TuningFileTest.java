package dev.vitrine.experiments.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.Site;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningFileTest {
    private static final TuningFile.Place HERE = new TuningFile.Place("cpu-x", "Portable CL", "3.1", "0.1.0");
    private static final Site FORWARD = new Site("conv1d.forward", "[n=32 c=10]");
    private static final TuningFile TUNED = new TuningFile(
            HERE, LocalDate.of(2026, 11, 21), Tuning.NONE.with(FORWARD, Map.of(Knob.WIDTH, 8, Knob.CHANNELS, 5)));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void begin() {
        file = folder.resolve("made/here.txt");
    }

    @Test
    void readsWhatItWrote() throws IOException {
        TUNED.write(file);
        assertThat(TuningFile.read(file)).isEqualTo(TUNED);
        try (Stream<Path> beside = Files.list(folder.resolve("made"))) {
            assertThat(beside).containsExactly(file);
        }
        assertThat(Files.readString(file)).isEqualTo("""
                        # what vitrine tune found to be quicker than the usual numbers
                        device: cpu-x
                        platform: Portable CL
                        driver: 3.1
                        vitrine: 0.1.0
                        date: 2026-11-21

                        conv1d.forward [n=32 c=10]: width=8 channels=5
                        """);
    }

    private void requireRefused(String from, String to, String message) throws IOException {
        TUNED.write(file);
        Files.writeString(file, Files.readString(file).replace(from, to));
        assertThatThrownBy(() -> TuningFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " is no tuning: " + message);
    }

    @Test
    void garbledFilesAreRefused() throws IOException {
        requireRefused(
                "# what",
                "# who",
                "expected '# what vitrine tune found to be quicker than the usual numbers', five lines on where, and an"
                        + " empty one");
        requireRefused("driver: ", "motor: ", "expected 'driver: ...', got 'motor: 3.1'");
        requireRefused("2026-11-21", "today", "expected a date such as 2026-11-21, got 'today'");
        requireRefused("width=8", "width=9", "width must be a power of two from 1 to 16, got 9");
        requireRefused(
                "conv1d.forward [",
                "conv1d.forward (",
                "expected a line such as 'conv1d.forward [n=32 c=10]: width=8', got 'conv1d.forward (n=32 c=10]: width=8"
                        + " channels=5'");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.createDirectories(folder.resolve("made"));
        Files.write(file, "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TuningFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + " is no tuning: expected text, got bytes that are none");
    }

    @Test
    void saysWhatIsOtherElsewhere() {
        assertThat(HERE.otherThan(HERE)).isEmpty();
        assertThat(HERE.otherThan(new TuningFile.Place("gpu", "Portable CL", "3.1", "0.1.0")))
                .isEqualTo("the device cpu-x (Portable CL)");
        assertThat(HERE.otherThan(new TuningFile.Place("cpu-x", "Portable CL", "3.2", "0.1.0")))
                .isEqualTo("driver 3.1");
        assertThat(HERE.otherThan(new TuningFile.Place("cpu-x", "Portable CL", "3.1", "0.2.0")))
                .isEqualTo("vitrine 0.1.0");
    }
}
