package dev.vitrine.engine.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a JVM of its own, because the OpenCL loader reads its settings once per process. */
final class ChildJvm {
    /** What came of it. */
    record Result(int exit, String output) {}

    private ChildJvm() {}

    static Result run(Class<?> main, Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(main, folder, System.getProperty("java.class.path"), environment, arguments);
    }

    static Result run(
            Class<?> main, Path folder, String classPath, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-DuniqueLibraryNames=true",
                "-Dvitrine.opencl=required",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Result(process.waitFor(), Files.readString(output));
    }
}
