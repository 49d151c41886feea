package dev.vitrine.engine.device;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs a main class of the tests on oclgrind, a simulated OpenCL device that watches each access. */
public final class KernelChecker {
    /**
     * What came of it.
     *
     * @param found what the checker found wrong; empty if nothing
     */
    public record Report(int exit, String output, String found) {}

    private final Path driver;

    private KernelChecker(Path driver) {
        this.driver = driver;
    }

    /** The installed checker; skips, or fails where OpenCL is required. */
    public static KernelChecker installed() throws IOException {
        try (Stream<Path> candidates = Stream.of("/usr/lib", "/usr/local/lib")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(KernelChecker::driversUnder)) {
            return new KernelChecker(candidates.findFirst().orElseGet(KernelChecker::missing));
        }
    }

    private static Path missing() {
        if ("required".equals(System.getProperty("vitrine.opencl"))) {
            throw new AssertionError("oclgrind is required here, but it is not installed");
        }
        return Assumptions.abort("oclgrind is not installed (Debian: apt install oclgrind)");
    }

    private static Stream<Path> driversUnder(Path root) {
        return Stream.of("oclgrind", "x86_64-linux-gnu/oclgrind", ".")
                .map(sub -> root.resolve(sub).resolve("liboclgrind-rt-icd.so"))
                .filter(Files::exists);
    }

    /**
     * Runs what an op's contract compares with the Java loops.
     *
     * @param folder an empty folder to work in
     * @param overlay a folder of classes and kernels that stand in for the engine's
     * @param test the test class
     */
    public Report compare(Path folder, Path overlay, String test) throws IOException, InterruptedException {
        String classPath = overlay + File.pathSeparator + System.getProperty("java.class.path");
        return run(folder, classPath, OpTestsMain.class, test);
    }

    Report run(Path folder, Class<?> main, String... arguments) throws IOException, InterruptedException {
        return run(folder, System.getProperty("java.class.path"), main, arguments);
    }

    private Report run(Path folder, String classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path vendors = Files.createDirectory(folder.resolve("vendors"));
        Files.writeString(vendors.resolve("oclgrind.icd"), driver + "\n");
        Path log = folder.resolve("checker.log");
        ChildJvm.Result result = ChildJvm.run(
                main,
                folder,
                classPath,
                Map.of(
                        "OCL_ICD_VENDORS", vendors.toString(),
                        "OCLGRIND_DATA_RACES", "1",
                        "OCLGRIND_LOG", log.toString()),
                arguments);
        return new Report(result.exit(), result.output(), Files.readString(log));
    }
}
