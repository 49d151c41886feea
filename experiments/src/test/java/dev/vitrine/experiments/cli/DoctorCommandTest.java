package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Devices;
import dev.vitrine.experiments.doctor.Checkup;
import dev.vitrine.experiments.doctor.InstallHint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(300)
class DoctorCommandTest {
    private final Streams streams = new Streams();

    @TempDir
    private Path folder;

    private static Checkup wrong() {
        return new Checkup(device -> Map.of());
    }

    @Test
    void machineThatComputesRightlyIsZero() {
        int code = streams.run(List.of(new DoctorCommand()), "doctor");
        assertThat(streams.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(streams.out())
                .contains("  Java      " + System.getProperty("java.version"), "  check     right: worst difference")
                .contains("--device auto takes " + Devices.autoChoice());
        assertThat(streams.out().lines()).allMatch(line -> line.length() <= 80);
        Devices.openCl()
                .forEach(info -> assertThat(streams.out())
                        .contains(
                                "opencl:" + info.index() + ": " + info.deviceName(),
                                "kernels get " + info.fittingProfile()));
    }

    @Test
    void wrongNumbersAreOneAndTheFileIsWrittenAllTheSame() throws IOException {
        Path file = folder.resolve("doctor.json");
        int code = streams.run(List.of(new DoctorCommand(wrong())), "doctor", "--json", file.toString());
        assertThat(code).isEqualTo(1);
        List<String> devices = new ArrayList<>(List.of("java"));
        Devices.openCl().forEach(info -> devices.add("opencl:" + info.index()));
        assertThat(streams.err())
                .isEqualTo("vitrine: not to be trusted here: " + String.join(", ", devices) + System.lineSeparator());
        assertThat(streams.out()).contains("check     WRONG: worst difference from the formula NaN");
        JsonNode report = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(report.at("/devices/0/check/verdict").asString()).isEqualTo("WRONG");
        assertThat(report.at("/devices").size()).isEqualTo(devices.size());
    }

    @Test
    void fileHoldsTheMachineAndItsDevices() throws IOException {
        Path file = folder.resolve("doctor.json");
        assertThat(streams.run(List.of(new DoctorCommand()), "doctor", "--json", file.toString()))
                .isZero();
        JsonNode report = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(report.at("/machine/threads").asInt()).isPositive();
        assertThat(report.at("/auto").asString()).isEqualTo(Devices.autoChoice());
        assertThat(report.at("/devices/0/device").asString()).isEqualTo("java");
        assertThat(report.at("/devices/0/check/comparison/worst").asDouble()).isLessThan(1e-12);
        assertThat(report.at("/devices/0/check/passSeconds").asDouble()).isPositive();
    }

    @Test
    void helpTellsHowEverySystemGetsOpenCl() {
        String help = Help.of(new DoctorCommand());
        for (InstallHint hint : InstallHint.values()) {
            assertThat(help).contains(hint.system() + ": " + hint.words());
        }
    }

    /** In a process of its own, because the OpenCL loader reads its settings once per process. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADriverItSaysWhatIsMissingAndHowToGetIt() throws IOException, InterruptedException {
        Path noVendors = Files.createDirectory(folder.resolve("vendors"));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "doctor")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("OCL_ICD_VENDORS", noVendors.toString());
        assertThat(builder.start().waitFor()).as(Files.readString(err)).isZero();
        assertThat(Files.readString(err)).isEmpty();
        assertThat(Files.readString(out))
                .containsPattern(
                        "\nno OpenCL: .+\nto get it: \\Q" + InstallHint.here().words() + "\\E\n")
                .endsWith("\n--device auto takes java, for there is no OpenCL device\n");
    }
}
