package dev.vitrine.engine.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in a checkpoint's JSON file.
 *
 * @param arrays the name of the safetensors file beside it
 * @param bytes its length
 * @param sha256 its checksum
 */
record CheckpointDescription(
        int formatVersion,
        List<Checkpoint.Layer> network,
        Map<String, Object> training,
        String arrays,
        long bytes,
        String sha256) {
    static final int VERSION = 1;
    private static final List<String> FIELDS = List.of("network", "training", "arrays", "bytes", "sha256");
    private static final String REMEDY = "take another checkpoint or train again";

    /** Infinity and NaN are written as Python writes them: a best score may still be infinite. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    CheckpointDescription {
        network = List.copyOf(network);
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    static CheckpointDescription read(Path file) throws IOException {
        JsonNode tree = tree(file);
        int version = tree.path("formatVersion").asInt(0);
        if (version > VERSION) {
            throw new CheckpointException(
                    file, "has format version " + version + "; expected at most " + VERSION + "; use a newer program");
        }
        for (String field : FIELDS) {
            if (version < 1 || !tree.hasNonNull(field)) {
                throw altered(file, "lacks " + (version < 1 ? "formatVersion" : field));
            }
        }
        return description(file, tree);
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            if (tree.isObject()) {
                return tree;
            }
        } catch (NoSuchFileException e) {
            throw new CheckpointException(file, "is missing; check the folder and the name");
        } catch (JacksonException e) {
            // said below, in one line
        }
        throw altered(file, "is not whole JSON");
    }

    private static CheckpointDescription description(Path file, JsonNode tree) throws CheckpointException {
        try {
            CheckpointDescription found = JSON.treeToValue(tree, CheckpointDescription.class);
            if (Checkpoint.arraysFile(file).matcher(found.arrays()).matches()) {
                return found;
            }
        } catch (JacksonException e) {
            // said below, in one line
        }
        throw altered(file, "holds a field of another kind");
    }

    private static CheckpointException altered(Path file, String found) {
        return new CheckpointException(
                file, found + "; expected what was written; it was cut off or altered: " + REMEDY);
    }

    /** Compares the arrays' file with what was written. */
    void requireWritten(Path file, long foundBytes, String foundSha256) throws CheckpointException {
        if (foundBytes != bytes) {
            throw new CheckpointException(
                    file,
                    "has " + foundBytes + " bytes; expected " + bytes + "; it was "
                            + (foundBytes < bytes ? "cut off" : "altered") + ": " + REMEDY);
        }
        if (!foundSha256.equals(sha256)) {
            throw new CheckpointException(
                    file,
                    "has SHA-256 " + start(foundSha256) + "; expected " + start(sha256) + "; it was altered: "
                            + REMEDY);
        }
    }

    private static String start(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length())) + "...";
    }
}
