package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every kernel in oclgrind, which watches each access: no write outside a buffer, no data race, no lost barrier. */
class KernelCheckerTest {
    private static String checker = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void findChecker() throws IOException {
        try (Stream<Path> candidates = Stream.of("/usr/lib", "/usr/local/lib")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(KernelCheckerTest::librariesUnder)) {
            checker = candidates.findFirst().map(Path::toString).orElse("");
        }
        if (checker.isEmpty()) {
            if ("required".equals(System.getProperty("vitrine.opencl"))) {
                throw new AssertionError("oclgrind is required here, but it is not installed");
            }
            Assumptions.abort("oclgrind is not installed (Debian: apt install oclgrind)");
        }
    }

    private static Stream<Path> librariesUnder(Path root) {
        return Stream.of("oclgrind", "x86_64-linux-gnu/oclgrind", ".")
                .map(sub -> root.resolve(sub).resolve("liboclgrind-rt-icd.so"))
                .filter(Files::exists);
    }

    @Test
    void everyKernelIsClean() throws Exception {
        ChildJvm.Result result = runUnderChecker(OpTestsMain.class);
        assertThat(result.output()).contains("device Oclgrind");
        assertThat(log()).as("what the kernel checker found").isEmpty();
        assertThat(result.exit()).as(result.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"writes_past_the_end", "races_for_a_sum", "forgets_a_barrier"})
    void plantedMistakeIsCaught(String kernel) throws Exception {
        runUnderChecker(BadKernelMain.class, kernel);
        assertThat(log()).contains(kernel);
    }

    @Test
    void rightKernelRaisesNoAlarm() throws Exception {
        ChildJvm.Result result = runUnderChecker(BadKernelMain.class, "writes_its_own");
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(log()).isEmpty();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("checker.log"));
    }

    private ChildJvm.Result runUnderChecker(Class<?> main, String... arguments) throws Exception {
        Path vendors = Files.createDirectory(folder.resolve("vendors"));
        Files.writeString(vendors.resolve("oclgrind.icd"), checker + "\n");
        return ChildJvm.run(
                main,
                folder,
                Map.of(
                        "OCL_ICD_VENDORS", vendors.toString(),
                        "OCLGRIND_DATA_RACES", "1",
                        "OCLGRIND_LOG", folder.resolve("checker.log").toString()),
                arguments);
    }
}
