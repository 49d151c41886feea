package dev.vitrine.engine.io;

import dev.vitrine.engine.io.SafetensorsHeader.Place;
import dev.vitrine.engine.tensor.Shape;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the JSON of a safetensors file into a header, and believes nothing: a wrong place would be read as numbers.
 *
 * @param file for messages
 */
record SafetensorsCheck(Path file) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    SafetensorsHeader header(byte[] json, long bytesOfNumbers) throws ArrayFileException {
        Map<String, Place> places = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : tree(json).properties()) {
            if (entry.getKey().equals(SafetensorsHeader.METADATA)) {
                metadata.putAll(metadata(entry.getValue()));
            } else {
                places.put(entry.getKey(), place(entry.getKey(), entry.getValue()));
            }
        }
        requireNoGaps(places, bytesOfNumbers);
        return new SafetensorsHeader(places, metadata);
    }

    private Map<String, String> metadata(JsonNode node) throws ArrayFileException {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> word : node.properties()) {
            if (!word.getValue().isString()) {
                throw new ArrayFileException(
                        file,
                        "has metadata " + word.getKey() + " = " + word.getValue()
                                + "; expected words in quotes; it was altered: write it again");
            }
            metadata.put(word.getKey(), word.getValue().asString());
        }
        return metadata;
    }

    private Place place(String name, JsonNode node) throws ArrayFileException {
        Place place = new Place(
                precision(name, node.path("dtype").asString("")),
                shape(name, node.path("shape")),
                offset(name, node, 0));
        long end = offset(name, node, 1);
        if (end != place.end()) {
            throw new ArrayFileException(
                    file,
                    "says array " + name + " lies at " + place.begin() + " to " + end + "; expected "
                            + place.bytes() + " bytes for " + place.precision() + " " + place.shape()
                            + "; it was altered: write it again");
        }
        return place;
    }

    private Precision precision(String name, String type) throws ArrayFileException {
        return Precision.called(type, Precision::safetensors)
                .orElseThrow(() -> new ArrayFileException(
                        file,
                        "has array " + name + " of type '" + type + "'; expected one of "
                                + Precision.all(Precision::safetensors) + "; save it as F32"));
    }

    private Shape shape(String name, JsonNode node) throws ArrayFileException {
        int[] sizes = new int[node.size()];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = node.path(axis).isInt() ? node.path(axis).intValue() : 0;
        }
        try {
            if (node.isArray()) {
                return Shape.of(sizes);
            }
        } catch (IllegalArgumentException e) {
            // said below, in one line
        }
        throw new ArrayFileException(
                file,
                "has array " + name + " of shape " + node
                        + "; expected axes of at least 1 and less than 2^31 elements");
    }

    private long offset(String name, JsonNode node, int which) throws ArrayFileException {
        JsonNode offsets = node.path("data_offsets");
        JsonNode number = offsets.path(which);
        long offset = number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : -1;
        if (offsets.size() != 2 || offset < 0) {
            throw new ArrayFileException(
                    file,
                    "has array " + name + " with data_offsets " + offsets
                            + "; expected [begin, end]; it was altered: write it again");
        }
        return offset;
    }

    /** Every byte belongs to exactly one array: nothing overlaps, nothing hides, nothing is missing. */
    private void requireNoGaps(Map<String, Place> places, long bytesOfNumbers) throws ArrayFileException {
        long end = 0;
        for (Map.Entry<String, Place> entry : places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Place::begin)))
                .toList()) {
            if (entry.getValue().begin() != end) {
                throw new ArrayFileException(
                        file,
                        "says array " + entry.getKey() + " begins at "
                                + entry.getValue().begin() + "; expected " + end
                                + ", the end of the one before; it was altered: write it again");
            }
            end = entry.getValue().end();
        }
        if (end != bytesOfNumbers) {
            throw new ArrayFileException(
                    file,
                    "holds " + bytesOfNumbers + " bytes of numbers; expected " + end + "; it was "
                            + (bytesOfNumbers < end ? "cut off" : "altered") + ": write it again");
        }
    }

    private JsonNode tree(byte[] json) throws ArrayFileException {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            // said below, in one line
        }
        throw new ArrayFileException(
                file, "has a header that is not a JSON object without repeated names; it is not a safetensors file");
    }
}
