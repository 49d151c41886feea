package dev.vitrine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "compressed.npz"})
    void readsWhatNumPyWrote(String golden) throws IOException {
        Map<String, HostArray> arrays = Npz.read(Golden.file(golden));
        assertThat(arrays.keySet()).containsExactly("features.0.weight", "labels", "half");
        assertThat(Golden.array(arrays, "features.0.weight").shape()).isEqualTo(Shape.of(2, 3));
        assertThat(Golden.array(arrays, "features.0.weight").values()).containsExactly(Golden.FLOATS);
        assertThat(Golden.array(arrays, "labels").values()).containsExactly(0, 1, 1);
        assertThat(Golden.array(arrays, "half").shape()).isEqualTo(Shape.of());
    }

    private static Map<String, HostArray> arrays() {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("b", new HostArray(Shape.of(2, 3), Golden.NUMBERS));
        arrays.put("a", new HostArray(Shape.of(), new double[] {2.5}));
        return arrays;
    }

    @Test
    void keepsOrderAndNumbers() throws IOException {
        Path file = folder.resolve("arrays.npz");
        Npz.write(file, arrays(), Precision.FLOAT64);
        Map<String, HostArray> found = Npz.read(file);
        assertThat(found.keySet()).containsExactly("b", "a");
        assertThat(Golden.array(found, "b").values()).containsExactly(Golden.NUMBERS);
        assertThat(Golden.array(found, "a").values()).containsExactly(2.5);
    }

    /** Stored: each array stands in the file as NumPy would write it, and the clock does not. */
    @Test
    void sameArraysMakeTheSameBytes() throws IOException {
        Path file = folder.resolve("arrays.npz");
        Path npy = folder.resolve("b.npy");
        Npz.write(file, arrays(), Precision.FLOAT32);
        Npy.write(npy, Golden.array(arrays(), "b"), Precision.FLOAT32);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(Files.readString(npy, StandardCharsets.ISO_8859_1));
        // 1980-01-01 00:00 in MS-DOS's words.
        assertThat(Arrays.copyOfRange(Files.readAllBytes(file), 10, 14)).containsExactly(0, 0, 0x21, 0);
    }

    @Test
    void noticesAnAlteredNumber() throws IOException {
        byte[] bytes = Files.readAllBytes(Golden.file("stored.npz"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf('\n') + 1] ^= 1;
        Path file = Files.write(folder.resolve("altered.npz"), bytes);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessageMatching(java.util.regex.Pattern.quote(file + ": features.0.weight.npy")
                        + " has checksum [0-9a-f]{8}; expected 1dae5ab8; it was altered: write it again");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        byte[] bytes = Files.readAllBytes(Golden.file("stored.npz"));
        Path file = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(file + " is not a whole .npz file; expected a zip; write it with numpy.savez");
    }

    @Test
    void refusesOtherEntries() throws IOException {
        String text = Files.readString(Golden.file("stored.npz"), StandardCharsets.ISO_8859_1);
        Path file = Files.writeString(
                folder.resolve("other.npz"), text.replace("half.npy", "half.txt"), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(file + " holds half.txt; expected .npy entries only; write it with numpy.savez");
    }

    @Test
    void missingFile() {
        Path file = folder.resolve("none.npz");
        assertThatThrownBy(() -> Npz.read(file)).hasMessage(file + " is missing; check its folder and its name");
    }
}
