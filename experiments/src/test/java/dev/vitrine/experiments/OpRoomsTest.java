package dev.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpRoomsTest {
    @TempDir
    Path folder;

    private Path main;
    private Path test;

    @BeforeEach
    void aRoomInOrder() throws IOException {
        main = folder.resolve("main");
        test = folder.resolve("test");
        write(main, "norm/BatchNorm1d.java", "public final class BatchNorm1d implements Op {}");
        write(main, "norm/BatchNorm1dJava.java", "");
        write(main, "norm/BatchNorm1dOpenCl.java", "");
        write(main, "norm/batch_norm1d.cl", "");
        write(main, "norm/Statistics.java", "");
        write(test, "norm/BatchNorm1dTest.java", "");
    }

    private static void write(Path root, String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    @Test
    void findsNoFaultInAWholeRoom() throws IOException {
        assertThat(OpRooms.ops(main)).containsExactly("norm/BatchNorm1d");
        assertThat(OpRooms.faults(main, test)).isEmpty();
    }

    @Test
    void opThatSharesItsShellWithOthersIsAnOp() throws IOException {
        write(main, "norm/UnaryOp.java", "abstract class UnaryOp implements Op {}");
        write(main, "norm/Exp.java", "public final class Exp extends UnaryOp {}");
        assertThat(OpRooms.ops(main)).containsExactly("norm/BatchNorm1d", "norm/Exp");
    }

    @Test
    void missesEachPart() throws IOException {
        Files.delete(main.resolve("norm/BatchNorm1dJava.java"));
        Files.delete(main.resolve("norm/BatchNorm1dOpenCl.java"));
        Files.delete(main.resolve("norm/batch_norm1d.cl"));
        Files.delete(test.resolve("norm/BatchNorm1dTest.java"));
        assertThat(OpRooms.faults(main, test))
                .containsExactly(
                        "norm/BatchNorm1d has no Java.java",
                        "norm/BatchNorm1d has no OpenCl.java",
                        "norm/BatchNorm1d has no .cl",
                        "norm/BatchNorm1d has no Test.java");
    }

    @Test
    void findsPartsWithoutAnOp() throws IOException {
        write(main, "pool/maxpool1d.cl", "");
        write(main, "pool/MaxPool1dJava.java", "");
        assertThat(OpRooms.faults(main, test))
                .containsExactlyInAnyOrder(
                        Path.of("pool/maxpool1d.cl") + " belongs to no op",
                        Path.of("pool/MaxPool1dJava.java") + " belongs to no op");
    }

    @Test
    void kernelInAnotherRoomDoesNotCount() throws IOException {
        write(main, "pool/batchnorm1d.cl", "");
        Files.delete(main.resolve("norm/batch_norm1d.cl"));
        assertThat(OpRooms.faults(main, test))
                .containsExactly("norm/BatchNorm1d has no .cl", Path.of("pool/batchnorm1d.cl") + " belongs to no op");
    }
}
