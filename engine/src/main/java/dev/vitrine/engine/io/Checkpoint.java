package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of training at one moment: {@code NAME.json} and the arrays it names, {@code NAME-<hash>.safetensors}.
 *
 * <p>The arrays are written first, under a name made of their content; then the JSON file is replaced in one move, and
 * arrays that it no longer names are deleted. So whenever the process is killed, {@code NAME.json} names arrays that are
 * whole.
 *
 * @param network what the arrays belong to: the layers with their options
 * @param training numbers and words that a resumed run needs, as the step and the best score
 * @param arrays by path
 */
public record Checkpoint(List<Layer> network, Map<String, Object> training, Map<String, HostArray> arrays) {
    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One layer in words.
     *
     * @param path as in {@code features.0}
     * @param type as in {@code Conv1d}
     * @param options as in {@code kernel_size=3}, sorted
     */
    public record Layer(String path, String type, Map<String, Object> options) {
        public Layer {
            options = Collections.unmodifiableMap(new TreeMap<>(options)); // equal networks give equal files
        }
    }

    /** What stands in the JSON file. */
    private record Description(
            int formatVersion,
            @Nullable List<Layer> network,
            @Nullable Map<String, Object> training,
            @Nullable String arrays,
            @Nullable String sha256) {}

    /**
     * Writes the checkpoint {@code name} in {@code folder}, in place of an older one of that name.
     *
     * @throws IOException if the folder cannot be written; the older one is then still there
     */
    public void write(Path folder, String name, Precision precision) throws IOException {
        byte[] content = Safetensors.bytes(arrays, precision);
        String hash = sha256(content);
        String file = name + "-" + hash.substring(0, 12) + ".safetensors";
        AtomicFile.write(folder.resolve(file), ByteBuffer.wrap(content));
        byte[] json = JSON.writeValueAsBytes(new Description(VERSION, network, training, file, hash));
        AtomicFile.write(folder.resolve(name + ".json"), ByteBuffer.wrap(json));
        deleteOthers(folder, name, file);
    }

    private static void deleteOthers(Path folder, String name, String kept) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String other = file.getFileName().toString();
                if (other.matches(java.util.regex.Pattern.quote(name) + "-[0-9a-f]{12}\\.safetensors")
                        && !other.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** True if there is a checkpoint {@code name} in {@code folder}, whole or not. */
    public static boolean exists(Path folder, String name) {
        return Files.exists(folder.resolve(name + ".json"));
    }

    /**
     * Reads the checkpoint {@code name} in {@code folder}.
     *
     * @throws CheckpointException if it is missing, cut off, altered or of a newer format
     */
    public static Checkpoint read(Path folder, String name) throws IOException {
        Path json = folder.resolve(name + ".json");
        Description description = description(json);
        if (description.formatVersion() > VERSION) {
            throw new CheckpointException(
                    json,
                    "has format version " + description.formatVersion() + "; this program knows versions up to "
                            + VERSION + ": use a newer one");
        }
        if (description.network() == null
                || description.training() == null
                || description.arrays() == null
                || description.sha256() == null) {
            throw new CheckpointException(json, "lacks one of network, training, arrays, sha256; it was altered");
        }
        Path file = folder.resolve(description.arrays());
        byte[] content = content(file);
        if (!sha256(content).equals(description.sha256())) {
            throw new CheckpointException(
                    file, "is not what was written: its checksum differs; it was cut off or altered");
        }
        return new Checkpoint(description.network(), description.training(), Safetensors.read(file, content));
    }

    private static Description description(Path json) throws IOException {
        try {
            return JSON.readValue(content(json), Description.class);
        } catch (JacksonException e) {
            throw new CheckpointException(json, "is not the JSON that was written; it was cut off or altered");
        }
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CheckpointException(file, "is missing");
        }
    }

    /**
     * Makes sure that the arrays are those of a network.
     *
     * @param expected the network's arrays by path; the checkpoint may hold others under a prefix of their own
     * @throws CheckpointException naming the first array that is missing or has another shape
     */
    public void requireShapes(Path folder, String name, Map<String, Shape> expected) throws CheckpointException {
        for (Map.Entry<String, Shape> entry : new LinkedHashMap<>(expected).entrySet()) {
            HostArray array = arrays.get(entry.getKey());
            if (array == null || !array.shape().equals(entry.getValue())) {
                throw new CheckpointException(
                        folder.resolve(name + ".json"),
                        "is of another network: "
                                + entry.getKey() + " should have shape " + entry.getValue() + ", "
                                + (array == null ? "and is missing" : "and has " + array.shape()));
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
