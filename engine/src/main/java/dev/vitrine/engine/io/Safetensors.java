package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Named arrays in one file: 8 bytes with the length of the header, a JSON header with type, shape and place of each
 * array, then the numbers.
 *
 * <p>Source: the format as described by its authors, github.com/huggingface/safetensors, README, "Format".
 */
public final class Safetensors {
    private static final int LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /** Writes arrays in their order. */
    public static void write(Path file, Map<String, HostArray> arrays, Precision precision) throws IOException {
        AtomicFile.write(file, ByteBuffer.wrap(bytes(arrays, precision)));
    }

    static byte[] bytes(Map<String, HostArray> arrays, Precision precision) {
        ObjectNode header = JsonMapper.shared().createObjectNode();
        int offset = 0;
        for (Map.Entry<String, HostArray> entry : arrays.entrySet()) {
            ObjectNode place = header.putObject(entry.getKey());
            place.put("dtype", precision.safetensors());
            ArrayNode shape = place.putArray("shape");
            for (int size : entry.getValue().shape().toArray()) {
                shape.add(size);
            }
            int end = offset + entry.getValue().values().length * precision.bytes();
            place.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = padded(JsonMapper.shared().writeValueAsBytes(header));
        ByteBuffer out = ByteBuffer.allocate(8 + json.length + offset).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(json.length).put(json);
        arrays.values().forEach(array -> {
            for (double value : array.values()) {
                precision.write(out, value);
            }
        });
        return out.array();
    }

    /** The header ends with blanks so that the numbers begin at a multiple of 8. */
    private static byte[] padded(byte[] json) {
        byte[] padded = java.util.Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        java.util.Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /**
     * Takes arrays out of a file's bytes.
     *
     * @param file for messages
     * @throws CheckpointException if they are not whole
     */
    static Map<String, HostArray> read(Path file, byte[] bytes) throws CheckpointException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 8) {
            throw new CheckpointException(file, "has " + bytes.length + " bytes; it is cut off");
        }
        long length = in.getLong();
        if (length < 2 || length > LONGEST_HEADER || length > in.remaining()) {
            throw new CheckpointException(
                    file, "says its header has " + length + " bytes; it is cut off or not a safetensors file");
        }
        JsonNode header = header(file, bytes, (int) length);
        ByteBuffer data = in.position(8 + (int) length).slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                arrays.put(entry.getKey(), array(file, entry.getKey(), entry.getValue(), data));
            }
        }
        return arrays;
    }

    private static JsonNode header(Path file, byte[] bytes, int length) throws CheckpointException {
        try {
            return JsonMapper.shared().readTree(bytes, 8, length);
        } catch (JacksonException e) {
            throw new CheckpointException(file, "has a header that is not JSON; it is not a safetensors file");
        }
    }

    private static HostArray array(Path file, String name, JsonNode place, ByteBuffer data) throws CheckpointException {
        Precision precision = precision(file, name, place.path("dtype").asString(""));
        int[] sizes = new int[place.path("shape").size()];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = place.path("shape").path(axis).asInt(0);
        }
        Shape shape = shape(file, name, sizes);
        long begin = place.path("data_offsets").path(0).asLong(-1);
        long end = place.path("data_offsets").path(1).asLong(-1);
        long expected = (long) shape.elements() * precision.bytes();
        if (begin < 0 || end - begin != expected || end > data.limit()) {
            throw new CheckpointException(
                    file,
                    "says array " + name + " lies at " + begin + " to " + end + " of " + data.limit()
                            + " bytes; its shape " + shape + " wants " + expected);
        }
        ByteBuffer part = data.slice((int) begin, (int) expected).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = precision.read(part);
        }
        return new HostArray(shape, values);
    }

    private static Shape shape(Path file, String name, int[] sizes) throws CheckpointException {
        try {
            return Shape.of(sizes);
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(file, "array " + name + ": " + e.getMessage());
        }
    }

    private static Precision precision(Path file, String name, String type) throws CheckpointException {
        for (Precision precision : Precision.values()) {
            if (precision.safetensors().equals(type)) {
                return precision;
            }
        }
        throw new CheckpointException(file, "array " + name + " has type '" + type + "'; expected F32 or F64");
    }
}
