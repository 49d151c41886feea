package dev.vitrine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void writesTheBytesThatTheFormatsOwnLibraryWrote() throws IOException {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("features.0.weight", new HostArray(Shape.of(2, 3), Golden.NUMBERS));
        arrays.put("scalar", new HostArray(Shape.of(), new double[] {2.5}));
        Path file = folder.resolve("reference.safetensors");
        new Safetensors(arrays, Map.of("format", "np")).write(file, Precision.FLOAT32);
        assertThat(file).hasSameBinaryContentAs(Golden.file("reference.safetensors"));
    }

    @Test
    void readsWhatTheFormatsOwnLibraryWrote() throws IOException {
        Safetensors found = Safetensors.read(Golden.file("reference.safetensors"));
        assertThat(found.metadata()).containsExactly(Map.entry("format", "np"));
        assertThat(found.arrays().keySet()).containsExactly("features.0.weight", "scalar");
        assertThat(Golden.array(found.arrays(), "features.0.weight").values()).containsExactly(Golden.FLOATS);
    }

    @Test
    void readsEveryTypeInTheOrderOfTheHeader() throws IOException {
        Map<String, HostArray> arrays =
                Safetensors.read(Golden.file("mixed.safetensors")).arrays();
        assertThat(arrays.keySet()).containsExactly("count", "f8", "f4", "u1");
        assertThat(Golden.array(arrays, "count").values()).containsExactly(0x1p53, -1);
        assertThat(Golden.array(arrays, "f8").values()).containsExactly(0.1);
        assertThat(Golden.array(arrays, "f4").values()).containsExactly(Golden.FLOATS);
        assertThat(Golden.array(arrays, "u1").values()).containsExactly(255);
    }

    @Test
    void everyBitComesBack() throws IOException {
        Rng rng = Rng.of(7, 0);
        double[] values = IntStream.range(0, 20_001)
                .mapToDouble(i -> Math.scalb(rng.nextDouble() - 0.5, i % 2000 - 1000))
                .toArray();
        Path file = folder.resolve("bits.safetensors");
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("z", new HostArray(Shape.of(3, 6667), values));
        arrays.put("a", new HostArray(Shape.of(1), new double[] {-0.0}));
        new Safetensors(arrays, Map.of()).write(file, Precision.FLOAT64);
        Map<String, HostArray> found = Safetensors.read(file).arrays();
        assertThat(found.keySet()).containsExactly("z", "a");
        assertThat(bits(Golden.array(found, "z"))).containsExactly(bits(Golden.array(arrays, "z")));
        assertThat(bits(Golden.array(found, "a"))).containsExactly(bits(Golden.array(arrays, "a")));
    }

    private static long[] bits(HostArray array) {
        return Arrays.stream(array.values())
                .mapToLong(Double::doubleToRawLongBits)
                .toArray();
    }

    private Path file(String json, int bytesOfNumbers) throws IOException {
        byte[] header = json.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(8 + header.length + bytesOfNumbers).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(header.length).put(header);
        return Files.write(folder.resolve("made.safetensors"), out.array());
    }

    private static String f32(String name, String shape, long begin, long end) {
        return "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}".formatted(name, shape, begin, end);
    }

    private void assertRefused(String json, int bytesOfNumbers, String message) throws IOException {
        Path file = file(json, bytesOfNumbers);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(file + " " + message);
    }

    @Test
    void placesMayComeInAnyOrder() throws IOException {
        Path file = file("{" + f32("a", "[1]", 4, 8) + "," + f32("b", "[1]", 0, 4) + "}", 8);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, 2.5f);
        Files.write(file, bytes);
        Map<String, HostArray> arrays = Safetensors.read(file).arrays();
        assertThat(arrays.keySet()).containsExactly("a", "b");
        assertThat(Golden.array(arrays, "a").values()).containsExactly(2.5);
        assertThat(Golden.array(arrays, "b").values()).containsExactly(0);
    }

    @Test
    void refusesOverlapGapAndOverhang() throws IOException {
        assertRefused(
                "{" + f32("a", "[2]", 0, 8) + "," + f32("b", "[2]", 4, 12) + "}",
                12,
                "says array b begins at 4; expected 8, the end of the one before; it was altered: write it again");
        assertRefused(
                "{" + f32("a", "[1]", 0, 4) + "," + f32("b", "[1]", 8, 12) + "}",
                12,
                "says array b begins at 8; expected 4, the end of the one before; it was altered: write it again");
        assertRefused(
                "{" + f32("a", "[2]", 0, 8) + "}",
                7,
                "holds 7 bytes of numbers; expected 8; it was cut off: write it again");
        assertRefused(
                "{" + f32("a", "[2]", 0, 8) + "}",
                9,
                "holds 9 bytes of numbers; expected 8; it was altered: write it again");
    }

    @Test
    void refusesPlacesThatDoNotFitTheShape() throws IOException {
        assertRefused(
                "{" + f32("a", "[3]", 0, 8) + "}",
                8,
                "says array a lies at 0 to 8; expected 12 bytes for FLOAT32 [3]; it was altered: write it again");
        assertRefused(
                "{" + f32("a", "[1]", -4, 0) + "}",
                4,
                "has array a with data_offsets [-4,0]; expected [begin, end]; it was altered: write it again");
        assertRefused(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}",
                4,
                "has array a with data_offsets ; expected [begin, end]; it was altered: write it again");
        assertRefused(
                "{" + f32("a", "[1]", Long.MAX_VALUE - 3, Long.MAX_VALUE) + "}",
                4,
                "says array a lies at 9223372036854775804 to 9223372036854775807; expected 4 bytes for FLOAT32 [1];"
                        + " it was altered: write it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0]", "[-1]", "[2.5]", "[99999,99999]", "[\"x\"]", "3"})
    void refusesShapesThatAreNone(String shape) throws IOException {
        assertRefused(
                "{" + f32("a", shape, 0, 4) + "}",
                4,
                "has array a of shape " + shape + "; expected axes of at least 1 and less than 2^31 elements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "x", "{} x", "{\"a\":1,\"a\":1}"})
    void refusesHeadersThatAreNone(String json) throws IOException {
        assertRefused(
                json.length() < 2 ? json + " " : json,
                0,
                "has a header that is not a JSON object without repeated names; it is not a safetensors file");
    }

    @Test
    void refusesMetadataOtherThanWords() throws IOException {
        assertRefused(
                "{\"__metadata__\":{\"epoch\":3}}",
                0,
                "has metadata epoch = 3; expected words in quotes; it was altered: write it again");
    }

    @Test
    void refusesOtherTypes() {
        Path file = Golden.file("half.safetensors");
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(file + " has array half of type 'F16'; expected one of F32, F64, I32, I64, U8; save it as"
                        + " F32");
    }

    @Test
    void refusesWholeNumbersThatADoubleWouldRound() throws IOException {
        String json = f32("a", "[1]", 0, 8).replace("F32", "I64");
        Path file = file("{" + json + "}", 8);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length - 8, bytes.length - 1, (byte) 1);
        bytes[bytes.length - 1] = 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(file + ": a holds 72340172838076673; expected whole numbers from -2^53 to 2^53; save it as"
                        + " float64");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100000001, 100000001", "-1, 18446744073709551615"})
    void refusesHeaderLengthsOutOfBounds(long length, String said) throws IOException {
        byte[] bytes = Files.readAllBytes(Golden.file("reference.safetensors"));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        Path file = Files.write(folder.resolve("length.safetensors"), bytes);
        assertThatThrownBy(() -> Safetensors.read(file))
                .hasMessage(file + " says its header has " + said + " bytes; expected 2 to 100000000; it is not a"
                        + " safetensors file");
    }

    @Test
    void refusesEveryLengthButTheWhole() throws IOException {
        byte[] whole = Files.readAllBytes(Golden.file("reference.safetensors"));
        Path file = folder.resolve("cut.safetensors");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            ArrayFileException refused = assertThrows(ArrayFileException.class, () -> Safetensors.read(file));
            assertThat(refused.getMessage())
                    .startsWith(file + " ")
                    .contains("cut off")
                    .doesNotContain("\n");
        }
    }

    /** Whatever byte of the header is altered: the arrays are read or refused, and nothing else happens. */
    @Test
    void anyAlteredHeaderIsReadOrRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Golden.file("mixed.safetensors"));
        Rng rng = Rng.of(3, 0);
        Path file = folder.resolve("altered.safetensors");
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] altered = whole.clone();
            altered[rng.nextInt(240)] = (byte) (round % 2 == 0 ? rng.nextInt(256) : '0' + rng.nextInt(10));
            Files.write(file, altered);
            try {
                Safetensors.read(file);
            } catch (ArrayFileException e) {
                assertThat(e.getMessage()).doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void missingFile() {
        Path file = folder.resolve("none.safetensors");
        assertThatThrownBy(() -> Safetensors.read(file))
                .hasMessage(file + " is missing; check its folder and its name");
    }

    @Test
    void noArrayIsCalledMetadata() {
        Map<String, HostArray> arrays = Map.of("__metadata__", new HostArray(Shape.of(), new double[1]));
        assertThatThrownBy(() -> new Safetensors(arrays, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array cannot be called __metadata__");
    }
}
