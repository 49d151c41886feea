package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.tool.JavaShellToolBuilder;

/** {@code vitrine shell}: the engine, line by line. */
@Parameters(commandDescription = "Try the engine line by line: jshell with imports and a device ready.")
final class ShellCommand implements Command {
    /** Where jshell keeps its history it says so, once; that is no news. */
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(placeholder = "FILE...", description = "Files of lines to run first; /exit at an end leaves.")
    private List<Path> files = new ArrayList<>();

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("", "Then: var x = randn(2, 3).requiresGrad()"),
                new Example("lecture.jsh", "Run the lines of a file, then go on by hand."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Ready for use: device; randn(sizes...), tensor(shape, values...), shape(sizes...); show(tensor);"
                        + " every operation by its name, as in conv1d(x, w, null, Window.of(3)).",
                "/help tells what jshell can do, /exit leaves.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new UserError("shell: cannot read " + file);
            }
        }
        DeviceChoice.open(device, console).close();
        Path startup = Files.createTempFile("vitrine", ".jsh");
        try {
            Files.writeString(startup, startupLines());
            int exit = start(startup, console);
            if (exit != 0) {
                throw new RunFailure("shell: jshell ended with " + exit);
            }
        } finally {
            Files.delete(startup);
        }
    }

    private String startupLines() throws IOException {
        try (InputStream in = Objects.requireNonNull(ShellCommand.class.getResourceAsStream("shell.jsh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("DEVICE", device);
        }
    }

    /** The lines run in this process, so that they see the same drivers and settings. */
    private int start(Path startup, Console console) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--execution",
                "local",
                "--class-path",
                System.getProperty("java.class.path"),
                "--startup",
                startup.toString(),
                "--feedback",
                "concise"));
        files.forEach(file -> arguments.add(file.toString()));
        PREFERENCES.setLevel(Level.WARNING);
        try {
            return JavaShellToolBuilder.builder()
                    .out(console.out())
                    .err(console.err())
                    .start(arguments.toArray(new String[0]));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new RunFailure("shell: jshell does not start: " + e.getMessage(), e);
        }
    }
}
