package dev.vitrine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String REMEDY = "take another checkpoint or train again";

    @TempDir
    Path folder;

    private Path json() {
        return folder.resolve("last.json");
    }

    private Path arraysFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Checkpoint checkpoint(int step) {
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("step", step);
        training.put("seed", 1L << 60);
        training.put("optimizer", Map.of("name", "Adam", "lr", 0.1));
        training.put("best", Double.NEGATIVE_INFINITY);
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("features.0.weight", new HostArray(Shape.of(2, 1, 3), new double[] {step, 0.1, 2, 3, 4, 5}));
        arrays.put("features.0.bias", new HostArray(Shape.of(2), new double[] {-0.0, 1e-300}));
        return new Checkpoint(
                List.of(new Checkpoint.Layer("features.0", "Conv1d", Map.of("kernel_size", 3, "padding", "SAME"))),
                training,
                arrays);
    }

    private Checkpoint written(int step) throws IOException {
        Checkpoint checkpoint = checkpoint(step);
        checkpoint.write(folder, "last", Precision.FLOAT64);
        return checkpoint;
    }

    @Test
    void comesBack() throws IOException {
        Checkpoint written = written(3);
        Checkpoint found = Checkpoint.read(folder, "last");
        assertThat(found.network()).isEqualTo(written.network());
        assertThat(found.training()).isEqualTo(written.training());
        assertThat(found.arrays().keySet()).containsExactly("features.0.weight", "features.0.bias");
        assertThat(Golden.array(found.arrays(), "features.0.weight").values()).containsExactly(3, 0.1, 2, 3, 4, 5);
        assertThat(Golden.array(found.arrays(), "features.0.bias").values()).containsExactly(-0.0, 1e-300);
    }

    @Test
    void newOneReplacesBothFiles() throws IOException {
        written(1);
        Path older = arraysFile();
        Path begun = Files.writeString(folder.resolve(".last-0123456789ab.safetensors.77.part"), "");
        Path beside = Files.writeString(folder.resolve("last-best.safetensors"), "");
        written(2);
        assertThat(older).doesNotExist();
        assertThat(begun).doesNotExist();
        assertThat(beside).exists();
        assertThat(folder.toFile().list()).hasSize(3);
        assertThat(Checkpoint.read(folder, "last").training()).containsEntry("step", 2);
    }

    @Test
    void sameContentTwiceKeepsItsArrays() throws IOException {
        written(1);
        written(1);
        assertThat(Checkpoint.read(folder, "last").training()).containsEntry("step", 1);
    }

    /** Maps of the JDK come in another order in each process. */
    @Test
    void optionsAreWrittenInOrder() throws IOException {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("stride", 1);
        options.put("kernel_size", 3);
        options.put("padding", "SAME");
        new Checkpoint(List.of(new Checkpoint.Layer("0", "Conv1d", options)), Map.of(), Map.of())
                .write(folder, "last", Precision.FLOAT32);
        assertThat(Files.readString(json())).containsSubsequence("kernel_size", "padding", "stride");
    }

    @Test
    void namesDoNotDisturbEachOther() throws IOException {
        written(1);
        checkpoint(2).write(folder, "last-best", Precision.FLOAT64);
        written(3);
        assertThat(Checkpoint.read(folder, "last-best").training()).containsEntry("step", 2);
        assertThat(Checkpoint.read(folder, "last").training()).containsEntry("step", 3);
    }

    @Test
    void failureAtTheJsonKeepsTheOldOneAlone() throws IOException {
        written(1);
        String[] before = folder.toFile().list();
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        Checkpoint broken =
                new Checkpoint(List.of(), Map.of("step", endless), checkpoint(2).arrays());
        assertThatThrownBy(() -> broken.write(folder, "last", Precision.FLOAT64))
                .isInstanceOf(RuntimeException.class);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(before);
        assertThat(Checkpoint.read(folder, "last").training()).containsEntry("step", 1);
    }

    @Test
    void failureToWriteSaysWhy() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> checkpoint(1).write(missing, "last", Precision.FLOAT64))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("cannot write .*missing.last-[0-9a-f]{12}\\.safetensors: its folder does not exist;"
                        + " create it first");
    }

    /** A reader may meet the moment between the move of the JSON file and the end of the arrays it has just read of. */
    @Test
    void canBeReadWhileItIsReplaced() throws IOException, InterruptedException {
        written(0);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int step = 1; !done.get(); step++) {
                    written(step);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 2000; i++) {
                Checkpoint found = Checkpoint.read(folder, "last");
                double step = Golden.array(found.arrays(), "features.0.weight").values()[0];
                assertThat(found.training()).containsEntry("step", (int) step);
            }
        } finally {
            done.set(true);
            writer.join();
        }
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> Checkpoint.read(folder, "last"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("checkpoint " + file + " " + message);
    }

    @Test
    void missing() throws IOException {
        assertThat(Checkpoint.exists(folder, "last")).isFalse();
        assertRefused(json(), "is missing; check the folder and the name");
        written(1);
        assertThat(Checkpoint.exists(folder, "last")).isTrue();
        Path arrays = arraysFile();
        Files.delete(arrays);
        assertRefused(arrays, "is missing; expected it beside last.json; copy both files of a checkpoint");
    }

    @Test
    void arraysCutOff() throws IOException {
        written(1);
        Path file = arraysFile();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertRefused(
                file,
                "has %d bytes; expected %d; it was cut off: %s".formatted(whole.length - 1, whole.length, REMEDY));
    }

    @Test
    void arraysAltered() throws IOException {
        written(1);
        Path file = arraysFile();
        byte[] bytes = Files.readAllBytes(file);
        String sha256 = hash(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertRefused(
                file,
                "has SHA-256 " + hash(file).substring(0, 12) + "...; expected " + sha256.substring(0, 12)
                        + "...; it was altered: " + REMEDY);
    }

    private static String hash(Path file) throws IOException {
        return Sha256.of(out -> Files.copy(file, out)).hex();
    }

    @Test
    void arraysThatAreNone() throws IOException {
        written(1);
        Path file = arraysFile();
        String sha256 = hash(file);
        long bytes = Files.size(file);
        Files.writeString(file, "PK");
        Files.writeString(
                json(),
                Files.readString(json())
                        .replace("\"sha256\" : \"" + sha256, "\"sha256\" : \"" + hash(file))
                        .replace("\"bytes\" : " + bytes, "\"bytes\" : 2"));
        assertRefused(file, "has 2 bytes; expected at least 8; it was cut off: write it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"formatVersion\" : 1", "cat"})
    void jsonThatIsNone(String text) throws IOException {
        Files.writeString(json(), text);
        assertRefused(json(), "is not whole JSON; expected what was written; it was cut off or altered: " + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({
        "formatVersion, lacks formatVersion",
        "network, lacks network",
        "training, lacks training",
        "arrays, lacks arrays",
        "bytes, lacks bytes",
        "sha256, lacks sha256"
    })
    void jsonThatLacksAField(String field, String found) throws IOException {
        written(1);
        Files.writeString(json(), Files.readString(json()).replace('"' + field + '"', "\"x\""));
        assertRefused(json(), found + "; expected what was written; it was cut off or altered: " + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({
        "last-, ../last-",
        "last-, /etc/last-",
        "last-, best-",
        "'\"network\" : [', '\"network\" : [ 3,'",
        "'\"network\" : [', '\"network\" : [ null,'",
        "'\"training\" : {', '\"training\" : 3, \"x\" : {'"
    })
    void jsonWithAFieldOfAnotherKind(String from, String to) throws IOException {
        written(1);
        String text = Files.readString(json(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(json(), text.replace(from, to));
        assertRefused(
                json(),
                "holds a field of another kind; expected what was written; it was cut off or altered: " + REMEDY);
    }

    @Test
    void newerFormat() throws IOException {
        Files.writeString(json(), "{\"formatVersion\" : 2, \"network\" : \"in other words\"}");
        assertRefused(json(), "has format version 2; expected at most 1; use a newer program");
    }

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("features.0.weight", Shape.of(2, 1, 3));
        shapes.put("features.0.bias", Shape.of(2));
        return shapes;
    }

    private void assertOfAnotherNetwork(Map<String, Shape> expected, String message) {
        assertThatThrownBy(() -> checkpoint(1).requireShapes(folder, "last", expected))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("checkpoint " + json() + " is of another network: it has " + message
                        + "; take a checkpoint of this network");
    }

    @Test
    void acceptsItsOwnNetwork() throws IOException {
        checkpoint(1).requireShapes(folder, "last", shapes());
    }

    @Test
    void refusesAnotherShape() {
        Map<String, Shape> expected = shapes();
        expected.put("features.0.weight", Shape.of(2, 1, 5));
        assertOfAnotherNetwork(expected, "array features.0.weight [2, 1, 3]; expected [2, 1, 5]");
    }

    @Test
    void refusesAMissingArray() {
        Map<String, Shape> expected = shapes();
        expected.put("features.1.weight", Shape.of(2));
        assertOfAnotherNetwork(expected, "no array features.1.weight; expected [2]");
    }

    @Test
    void refusesAnAdditionalArray() {
        Map<String, Shape> expected = shapes();
        expected.remove("features.0.bias");
        assertOfAnotherNetwork(expected, "array features.0.bias [2]; expected none of that name");
    }
}
