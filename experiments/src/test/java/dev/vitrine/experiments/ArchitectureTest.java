package dev.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("vitrine.root")));
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.vitrine");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("dev.vitrine.experiments.planted");

    private static Stream<ArchRule> everywhere() {
        return Stream.of(
                Walls.knownOnlyIn("dev.vitrine.engine.device..", "org.jocl.."),
                Walls.knownOnlyIn("dev.vitrine.audio.dsp..", "org.jtransforms..", "org.visnow.."),
                Walls.knownOnlyIn("dev.vitrine.audio.fetch..", "org.apache.commons.compress.."),
                Walls.knownOnlyIn("dev.vitrine.audio.io..", "org.kc7bfi..", "com.jcraft..", "javazoom.."),
                Walls.knownOnlyIn("dev.vitrine.audio.tfrecord..", "com.google.protobuf.."),
                Walls.knownOnlyIn("dev.vitrine.experiments.report..", "org.knowm.."),
                Walls.knownOnlyIn("dev.vitrine.experiments.cli..", "com.beust.."),
                Walls.namesSayWhatAClassIs(),
                Walls.packagesAreNullMarked());
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeeps() {
        Stream<ArchRule> walls = Stream.of(
                Walls.knowsNothingOf("dev.vitrine.engine..", "dev.vitrine.audio..", "dev.vitrine.experiments.."),
                Walls.knowsNothingOf("dev.vitrine.audio..", "dev.vitrine.engine..", "dev.vitrine.experiments.."),
                Walls.roomsStandAlone("dev.vitrine.engine.op"),
                Walls.roomsOfFormNoCycle("dev.vitrine.engine"),
                Walls.roomsOfFormNoCycle("dev.vitrine.audio"),
                Walls.roomsOfFormNoCycle("dev.vitrine.experiments"));
        return Stream.concat(walls, everywhere())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> rule.allowEmptyShould(true).check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> plantedClassesBreak() {
        String planted = "dev.vitrine.experiments.planted";
        Stream<ArchRule> walls = Stream.of(
                Walls.knowsNothingOf(planted + ".left..", planted + ".right.."),
                Walls.roomsStandAlone(planted),
                Walls.roomsOfFormNoCycle(planted));
        return Stream.concat(walls, everywhere())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> assertThatThrownBy(() -> rule.check(PLANTED))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining(planted)));
    }

    /** Without this, a rule would hold because no class was looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"engine", "audio", "experiments"})
    void everySourceFileWasLookedAt(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            long sources = files.filter(f -> f.toString().endsWith(".java")).count();
            long seen = HOUSE.stream()
                    .filter(c -> c.getPackageName().startsWith("dev.vitrine." + module))
                    .filter(JavaClass::isTopLevelClass)
                    .count();
            assertThat(seen).isEqualTo(sources).isPositive();
        }
    }

    @Test
    void everyOpRoomHoldsItsLoopsItsKernelAndItsTest() throws IOException {
        Path main = ROOT.resolve("engine/src/main/java/dev/vitrine/engine/op");
        Path test = ROOT.resolve("engine/src/test/java/dev/vitrine/engine/op");
        assertThat(OpRooms.ops(main)).contains("conv/Conv1d");
        assertThat(OpRooms.faults(main, test)).isEmpty();
    }
}
