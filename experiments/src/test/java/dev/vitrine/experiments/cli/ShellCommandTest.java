package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {
    private final Streams streams = new Streams();

    @TempDir
    private Path folder;

    private int run(String... words) {
        return streams.run(List.of(new ShellCommand()), words);
    }

    private int runLines(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("lines.jsh"), lines + "\n/exit\n");
        return run("shell", "--device", "java", file.toString());
    }

    /** What the lines print themselves goes to the process's own output. */
    private String printedBy(String lines) throws IOException {
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(runLines(lines)).as(streams.err()).isZero();
        } finally {
            System.setOut(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsTheLinesOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("vitrine.root"), "README.md"));
        int first = readme.indexOf("```java\n") + "```java\n".length();
        assertThat(printedBy(readme.substring(first, readme.indexOf("```", first)))
                        .lines())
                .containsExactly("2.0", "[2.0, 3.0, 4.0]");
    }

    @Test
    void hasADeviceRandomNumbersAndGradientsReady() throws IOException {
        assertThat(printedBy("""
                var x = tensor(shape(2), -1, 3).requiresGrad();
                relu(x).backward(tensor(shape(2), 5, 6));
                show(x.grad());
                System.out.println(randn(2, 3).shape() + " " + zeros(4));
                """).lines()).containsExactly("[0.0000, 6.0000]", "[2, 3] Tensor[4] on java");
    }

    @Test
    void saysWhichFileItCannotRead() {
        assertThat(run("shell", "missing.jsh")).isEqualTo(2);
        assertThat(streams.err()).isEqualTo("vitrine: shell: cannot read missing.jsh" + System.lineSeparator());
    }

    @Test
    void refusesADeviceThatIsNotThere() {
        assertThat(run("shell", "--device", "opencl:99")).isEqualTo(2);
        assertThat(streams.err()).startsWith("vitrine: --device opencl:99: ");
    }
}
