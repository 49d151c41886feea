package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Site;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.tune.TuningFile;
import dev.vitrine.experiments.tune.TuningFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TuneCommandTest {
    private static final String NL = System.lineSeparator();

    private final Streams streams = new Streams();

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        System.setProperty("vitrine.tuning", folder.resolve("tuning").toString());
    }

    @AfterEach
    void end() {
        System.clearProperty("vitrine.tuning");
    }

    private int run(String... words) {
        return streams.run(Main.everyCommand(), words);
    }

    private static OpenClInfo info() {
        if (Devices.openCl().isEmpty()) {
            Assumptions.abort("no OpenCL device: " + Devices.whyNoOpenCl());
        }
        return Devices.openCl().get(0);
    }

    private static TuningFolder tunings() {
        return TuningFolder.ofUser(Version.number());
    }

    /** Gives every convolution of a small run of cats-dogs another sum of its weights' gradients. */
    private static Tuning tune(int chunk) throws IOException {
        Tuning tuning = Tuning.NONE;
        int length = 16_000;
        for (int layer = 0; layer < 10; layer++) {
            int out = (length + 1) / 2;
            int before = length % 2 == 0 ? 0 : 1;
            String sizes = "[n=4 c=" + (layer == 0 ? 1 : 10) + " length=" + length + " o=10 k=3 outputLength=" + out
                    + " stride=2 dilation=1 before=" + before + " groups=1]";
            tuning = tuning.with(new Site("conv1d.backward_weights", sizes), Map.of(Knob.CHUNK, chunk));
            length = out;
        }
        new TuningFile(tunings().place(info()), LocalDate.EPOCH, tuning)
                .write(tunings().file(info()));
        return tuning;
    }

    @Test
    void wrongUseIsToldInOneLine() {
        assertThat(run("tune", "--device", "java")).isEqualTo(2);
        assertThat(run("tune", "--seconds", "0")).isEqualTo(2);
        assertThat(run("tune", "--works", "W9")).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo("vitrine: --device java: the Java device has no kernels to tune; use --device opencl" + NL
                        + "vitrine: --seconds must be from 1 to 1000000, got 0.0" + NL
                        + "vitrine: --works must be all or some of W1, W2, W3, W4, W5, got W9" + NL);
    }

    @Test
    void kernelsThatNobodyHasAreRefused() {
        info();
        assertThat(run("tune", "--works", "W3", "--kernels", "conv9d")).isEqualTo(2);
        assertThat(streams.err())
                .endsWith("vitrine: --kernels conv9d: nothing in W3 has that name; names are as in conv1d,"
                        + " conv2d.forward or batchnorm" + NL);
    }

    @Test
    void stopsInTimeAndKeepsWhatItHas() throws IOException {
        info();
        Path json = folder.resolve("tune.json");
        Path charts = folder.resolve("charts");
        String[] words = {
            "tune",
            "--works",
            "W3",
            "--kernels",
            "linear.forward",
            "--seconds",
            "1",
            "--out",
            charts.toString(),
            "--json",
            json.toString()
        };
        assertThat(run(words)).as(streams.err()).isZero();
        assertThat(streams.out()).containsPattern("pass(es)? stays? as usual").contains("tuning: ");
        assertThat(streams.out().lines())
                .allSatisfy(line -> assertThat(line.startsWith("tuning: ") || line.length() <= 80)
                        .isTrue());
        JsonNode written = JsonMapper.shared().readTree(Files.readString(json));
        for (JsonNode pass : written.get("passes")) {
            assertThat(pass.at("/site/pass").asString()).isEqualTo("linear.forward");
            assertThat(charts.resolve(pass.get("layer")
                                    .asString()
                                    .toLowerCase(Locale.ROOT)
                                    .replace(' ', '-') + "-linear.forward.svg"))
                    .exists();
        }
    }

    @Test
    void resetForgets() throws IOException {
        tune(64);
        Path file = tunings().file(info());
        assertThat(run("tune", "--reset")).isZero();
        assertThat(file).doesNotExist();
        assertThat(run("tune", "--reset")).isZero();
        assertThat(streams.out()).isEqualTo("deleted: " + file + NL + "there is none: " + file + NL);
    }

    @Test
    void doctorAndDevicesSayWhatIsUsed() throws IOException {
        Tuning tuning = tune(64);
        assertThat(streams.run(List.of(new DoctorCommand()), "doctor")).isZero();
        assertThat(streams.out()).contains("  tuning    10 passes, " + tuning.fingerprint() + ", found 1970-01-01");
        DeviceChoice.open("opencl:0", streams.console(0)).close();
        assertThat(streams.err()).endsWith(", tuned (" + tuning.fingerprint() + ")" + NL);
        DeviceChoice.open("opencl:0:untuned", streams.console(0)).close();
        assertThat(streams.err()).endsWith(" profile)" + NL);
        Files.writeString(tunings().file(info()), "rubbish");
        DeviceChoice.open("opencl:0", streams.console(0)).close();
        assertThat(streams.err())
                .contains("warning: " + tunings().file(info()) + " is no tuning: ")
                .endsWith(" profile)" + NL);
    }

    private Path train(String into, String device) throws IOException {
        int exit = run(
                "train",
                "cats-dogs",
                "--clips",
                "10",
                "--epochs",
                "2",
                "--epoch-steps",
                "2",
                "--batch",
                "4",
                "--device",
                device,
                "--runs",
                folder.resolve(into).toString());
        assertThat(exit).as(streams.err()).isZero();
        try (Stream<Path> runs = Files.list(folder.resolve(into))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static String bits(Path run) throws IOException {
        return Files.readString(run.resolve("metrics.csv"));
    }

    @Test
    void runKeepsTheTuningThatItBeganWith() throws IOException {
        Tuning tuning = tune(64);
        Path run = train("runs", "opencl");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(run.resolve("config.json")))
                        .at("/settings/tuning")
                        .asString())
                .isEqualTo(tuning.fingerprint());
        assertThat(TuningFile.read(run.resolve("tuning.txt")).tuning()).isEqualTo(tuning);
        assertThat(bits(train("again", "opencl"))).isEqualTo(bits(run));

        tune(16);
        assertThat(bits(train("other", "opencl"))).isNotEqualTo(bits(run));
        Path untuned = train("untuned", "opencl:0:untuned");
        assertThat(bits(untuned)).isNotEqualTo(bits(run));
        assertThat(untuned.resolve("tuning.txt")).doesNotExist();

        String whole = bits(run);
        assertThat(run("train", "--resume", run.toString())).as(streams.err()).isZero();
        assertThat(bits(run)).isEqualTo(whole);
        assertThat(streams.err()).contains(", tuned (" + tuning.fingerprint() + ")");
        Files.copy(tunings().file(info()), run.resolve("tuning.txt"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("train", "--resume", run.toString())).isEqualTo(2);
        assertThat(streams.err())
                .contains(run + " cannot go on: it began with tuning " + tuning.fingerprint() + ", and "
                        + run.resolve("tuning.txt") + " is ");
        Files.delete(run.resolve("tuning.txt"));
        assertThat(run("train", "--resume", run.toString())).isEqualTo(2);
        assertThat(streams.err()).endsWith(run.resolve("tuning.txt") + " is missing; begin the run again" + NL);
    }
}
