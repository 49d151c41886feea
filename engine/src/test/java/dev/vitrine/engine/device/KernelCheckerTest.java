package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every kernel in oclgrind, which watches each access: no write outside a buffer, no data race, no lost barrier. */
class KernelCheckerTest {
    @TempDir
    private Path folder;

    private KernelChecker checker;

    @BeforeEach
    void findChecker() throws IOException {
        checker = KernelChecker.installed();
    }

    @Test
    void everyKernelIsClean() throws Exception {
        KernelChecker.Report report = checker.run(folder, OpTestsMain.class);
        assertThat(report.output()).contains("device Oclgrind");
        assertThat(report.found()).as("what the kernel checker found").isEmpty();
        assertThat(report.exit()).as(report.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"writes_past_the_end", "races_for_a_sum", "forgets_a_barrier"})
    void plantedMistakeIsCaught(String kernel) throws Exception {
        assertThat(checker.run(folder, BadKernelMain.class, kernel).found()).contains(kernel);
    }

    @Test
    void rightKernelRaisesNoAlarm() throws Exception {
        KernelChecker.Report report = checker.run(folder, BadKernelMain.class, "writes_its_own");
        assertThat(report.exit()).as(report.output()).isZero();
        assertThat(report.found()).isEmpty();
    }
}
