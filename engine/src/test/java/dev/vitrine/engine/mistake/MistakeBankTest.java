package dev.vitrine.engine.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.TestDevices;
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
 * that points at it. A mistake that survives is a hole in the contract.
 */
class MistakeBankTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicNode> mistakeIsRefused() {
        TestDevices.openClShapes();
        return Bank.mistakes().stream().map(mistake -> dynamicTest(mistake.toString(), () -> requireRefused(mistake)));
    }

    private void requireRefused(Mistake mistake) throws Exception {
        Overlay overlay = new Overlay(Files.createTempDirectory(folder, "overlay"));
        overlay.plant(mistake);
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
