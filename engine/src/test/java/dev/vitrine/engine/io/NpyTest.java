package dev.vitrine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir
    Path folder;

    private static void assertHolds(String golden, Shape shape, double... values) throws IOException {
        HostArray array = Npy.read(Golden.file(golden));
        assertThat(array.shape()).isEqualTo(shape);
        assertThat(bits(array.values())).containsExactly(bits(values));
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Test
    void readsWhatNumPyWrote() throws IOException {
        assertHolds("f4.npy", Shape.of(2, 3), Golden.FLOATS);
        assertHolds("f8.npy", Shape.of(2, 3), Golden.NUMBERS);
        assertHolds("smallest_f8.npy", Shape.of(2), Double.MIN_VALUE, Double.MAX_VALUE);
        assertHolds("i4.npy", Shape.of(4), Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE);
        assertHolds("i8.npy", Shape.of(4), -0x1p53, -1, 0, 0x1p53);
        assertHolds("u1.npy", Shape.of(4), 0, 127, 128, 255);
        assertHolds("scalar.npy", Shape.of(), 2.5);
        assertHolds("version2.npy", Shape.of(3), 1, 2, 3);
    }

    @Test
    void lastAxisRunsFastest() throws IOException {
        assertHolds(
                "three_axes.npy",
                Shape.of(2, 3, 4),
                IntStream.range(0, 24).asDoubleStream().toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "f4.npy, FLOAT32",
        "f8.npy, FLOAT64",
        "smallest_f8.npy, FLOAT64",
        "i4.npy, INT32",
        "i8.npy, INT64",
        "u1.npy, UINT8",
        "scalar.npy, FLOAT64",
        "three_axes.npy, FLOAT32",
        "many_axes.npy, FLOAT64"
    })
    void writesTheBytesThatNumPyWrote(String golden, Precision precision) throws IOException {
        Path file = folder.resolve(golden);
        Npy.write(file, Npy.read(Golden.file(golden)), precision);
        assertThat(file).hasSameBinaryContentAs(Golden.file(golden));
    }

    @Test
    void fortranOrderIsSorted() throws IOException {
        HostArray array = Npy.read(Golden.file("fortran.npy"));
        assertThat(array.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(array.values()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void longArraysComeBack() throws IOException {
        double[] values = IntStream.range(0, 20_001).mapToDouble(i -> i / 7.0).toArray();
        Path file = folder.resolve("long.npy");
        Npy.write(file, new HostArray(Shape.of(20_001), values), Precision.FLOAT64);
        assertThat(Npy.read(file).values()).containsExactly(values);
    }

    @ParameterizedTest
    @CsvSource({"2.5, UINT8, 0, 255", "256, UINT8, 0, 255", "NaN, INT32, -2147483648, 2147483647"})
    void wholeNumbersMustBeWholeAndFit(double value, Precision precision, long least, long most) {
        Path file = folder.resolve("whole.npy");
        assertThatThrownBy(() -> Npy.write(file, new HostArray(Shape.of(), new double[] {value}), precision))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(value + " cannot be written as " + precision + ": it takes whole numbers from " + least
                        + " to " + most);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "big_endian.npy = has numbers of type >f4; expected one of <f4, <f8, <i4, <i8, |u1; convert it with"
                        + " array.astype(~<f4~)",
                "complex.npy = has numbers of type <c16; expected one of <f4, <f8, <i4, <i8, |u1; convert it with"
                        + " array.astype(~<f4~)",
                "record.npy = has numbers of type [(a, <i4), (b, <f4)]; expected one of <f4, <f8, <i4, <i8, |u1;"
                        + " convert it with array.astype(~<f4~)",
                "version3.npy = has npy version 3.0; expected 1.0 or 2.0; write it with numpy.save",
                "empty.npy = has shape (0, 3); expected axes of at least 1 and less than 2^31 elements",
                "beyond_2_53.npy = holds 9007199254740993; expected whole numbers from -2^53 to 2^53; convert it"
                        + " with array.astype(~<f8~)",
                "stored.npz = is not a .npy file; expected \\x93NUMPY at its start; write it with numpy.save"
            })
    void refusesInOneLine(String golden, String message) {
        Path file = Golden.file(golden);
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(file + " " + message.replace('~', '\''));
    }

    private Path altered(String golden, String from, String to) throws IOException {
        String text = Files.readString(Golden.file(golden), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve(golden), text.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    @Test
    void believesNoShapeBeforeItHasCountedTheBytes() throws IOException {
        Path file = altered("f4.npy", "(2, 3), }        ", "(2, 1000000000)}");
        assertThatThrownBy(() -> Npy.read(file))
                .hasMessage(file + " holds 23 bytes of numbers; expected 8000000000 for shape [2, 1000000000];"
                        + " it was cut off: write it again");
    }

    @Test
    void refusesShapeBeyondOneArray() throws IOException {
        Path file = altered("f4.npy", "(2, 3), }             ", "(99999, 99999999999)}");
        assertThatThrownBy(() -> Npy.read(file))
                .hasMessage(file + " has shape (99999, 99999999999); expected axes of at least 1 and less than 2^31"
                        + " elements");
    }

    @Test
    void refusesHeaderWithoutItsWords() throws IOException {
        Path file = altered("f4.npy", "'shape'", "'shops'");
        assertThatThrownBy(() -> Npy.read(file))
                .hasMessage(file + " has a header without 'shape'; expected descr, fortran_order, shape; write it with"
                        + " numpy.save");
    }

    @Test
    void refusesGiantHeader() throws IOException {
        byte[] bytes = Files.readAllBytes(Golden.file("version2.npy"));
        bytes[11] = (byte) 0xff;
        Path file = Files.write(folder.resolve("giant.npy"), bytes);
        assertThatThrownBy(() -> Npy.read(file))
                .hasMessage(file + " says its header has 4278190196 bytes; expected at most 1048576; it was altered");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8, 9, 10, 60, 127, 128, 151})
    void refusesEveryLengthButTheWhole(int length) throws IOException {
        byte[] whole = Files.readAllBytes(Golden.file("f4.npy"));
        Path file = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));
        ArrayFileException refused = assertThrows(ArrayFileException.class, () -> Npy.read(file));
        String expected = length < 8 ? "is not a .npy file" : length < 128 ? "ends inside its header" : "cut off";
        assertThat(refused.getMessage())
                .startsWith(file + " ")
                .contains(expected)
                .doesNotContain("\n");
    }

    @Test
    void refusesNumbersTooMany() throws IOException {
        byte[] whole = Files.readAllBytes(Golden.file("f4.npy"));
        Path file = Files.write(folder.resolve("long.npy"), Arrays.copyOf(whole, whole.length + 4));
        assertThatThrownBy(() -> Npy.read(file))
                .hasMessage(file + " holds 28 bytes of numbers; expected 24 for shape [2, 3]; it was altered: write it"
                        + " again");
    }

    @Test
    void missingFile() {
        Path file = folder.resolve("none.npy");
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(file + " is missing; check its folder and its name");
    }

    @Test
    void arrayMustFillItsShape() {
        assertThatThrownBy(() -> new HostArray(Shape.of(2, 3), new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("array of shape [2, 3] wants 6 values, got 5");
    }
}
