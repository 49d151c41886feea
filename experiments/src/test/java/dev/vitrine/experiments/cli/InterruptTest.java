package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Sends real signals to a real process. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class InterruptTest {
    private static int exitCodeAfter(String signal) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PatientMain.class.getName(),
                        "play")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("working");
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(output.lines())
                    .containsExactlyInAnyOrder(
                            "Stopping: the run writes its checkpoint ...",
                            "checkpoint written; go on with: vitrine train --resume runs/a");
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void ctrlCLetsTheRunEndInGoodOrder() throws IOException, InterruptedException {
        assertThat(exitCodeAfter("-INT")).isEqualTo(130);
    }

    @Test
    void plainKillDoesToo() throws IOException, InterruptedException {
        assertThat(exitCodeAfter("-TERM")).isEqualTo(143);
    }
}
