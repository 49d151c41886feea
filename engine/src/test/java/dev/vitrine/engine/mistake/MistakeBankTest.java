package dev.vitrine.engine.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.KernelChecker;
import dev.vitrine.engine.device.TestDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants known mistakes in kernels and loops, one at a time, and requires that the contract refuses each with a message
 * that points at it. A mistake that survives is a hole in the contract; those that only show where work-items run side by
 * side, which a processor's driver does not do, are for the kernel checker to find.
 */
class MistakeBankTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicNode> mistakeIsRefused() {
        TestDevices.openClShapes();
        return Bank.mistakes().stream().map(mistake -> dynamicTest(mistake.toString(), () -> requireRefused(mistake)));
    }

    @TestFactory
    Stream<DynamicNode> raceIsFoundByTheKernelChecker() throws IOException {
        KernelChecker checker = KernelChecker.installed();
        return Races.mistakes().stream()
                .map(mistake -> dynamicTest(mistake.toString(), () -> requireFound(checker, mistake)));
    }

    private void requireFound(KernelChecker checker, Mistake mistake) throws Exception {
        KernelChecker.Report report = checker.compare(
                Files.createTempDirectory(folder, "checker"),
                planted(mistake).folder(),
                "dev.vitrine.engine." + mistake.test());
        assertThat(report.found()).as("what the kernel checker found").contains(mistake.saying());
    }

    private Overlay planted(Mistake mistake) throws IOException {
        Overlay overlay = new Overlay(Files.createTempDirectory(folder, "overlay"));
        overlay.plant(mistake);
        return overlay;
    }

    private void requireRefused(Mistake mistake) throws Exception {
        Overlay overlay = planted(mistake);
        Optional<String> refusal = overlay.refusal("dev.vitrine.engine." + mistake.test(), mistake.check());
        assertThat(refusal).as("the mistake survives: %s", mistake).isPresent();
        assertThat(refusal.orElseThrow()).as("the message must point at it").contains(mistake.saying());
    }

    @Test
    void nothingIsRefusedWithoutAMistake() throws Exception {
        Overlay overlay = new Overlay(folder);
        assertThat(overlay.refusal("dev.vitrine.engine.op.linear.LinearTest", "kernelMatchesJavaLoop"))
                .isEmpty();
    }
}
