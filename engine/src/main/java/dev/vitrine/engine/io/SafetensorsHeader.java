package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands before the numbers of a safetensors file.
 *
 * <pre>
 * {"__metadata__":{"format":"np"},"features.0.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}
 * </pre>
 *
 * @param places by name, in the order of the header
 */
record SafetensorsHeader(Map<String, Place> places, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";
    private static final long LONGEST = 100_000_000;
    private static final int ALIGNMENT = 8;

    /**
     * Where an array's numbers are.
     *
     * @param begin of the first byte, counted from the end of the header
     */
    record Place(Precision precision, Shape shape, long begin) {
        long bytes() {
            return (long) shape.elements() * precision.bytes();
        }

        long end() {
            return begin + bytes();
        }
    }

    static SafetensorsHeader of(Safetensors content, Precision precision) {
        Map<String, Place> places = new LinkedHashMap<>();
        long begin = 0;
        for (Map.Entry<String, HostArray> array : content.arrays().entrySet()) {
            Place place = new Place(precision, array.getValue().shape(), begin);
            places.put(array.getKey(), place);
            begin = place.end();
        }
        return new SafetensorsHeader(places, content.metadata());
    }

    /** The length and the JSON, which ends with blanks so that the numbers begin at a multiple of 8. */
    byte[] bytes() {
        byte[] json = JsonMapper.shared().writeValueAsBytes(tree());
        int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(length).put(json);
        Arrays.fill(out.array(), out.position(), out.capacity(), (byte) ' ');
        return out.array();
    }

    private ObjectNode tree() {
        ObjectNode tree = JsonMapper.shared().createObjectNode();
        if (!metadata.isEmpty()) {
            metadata.forEach(tree.putObject(METADATA)::put);
        }
        places.forEach((name, place) -> {
            ObjectNode node =
                    tree.putObject(name).put("dtype", place.precision().safetensors());
            ArrayNode shape = node.putArray("shape");
            Arrays.stream(place.shape().toArray()).forEach(shape::add);
            node.putArray("data_offsets").add(place.begin()).add(place.end());
        });
        return tree;
    }

    /** Reads a header and checks it against the length of the file; leaves the channel at the first number. */
    static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
        long left = channel.size() - Long.BYTES;
        if (left < 0) {
            throw new ArrayFileException(
                    file, "has " + channel.size() + " bytes; expected at least 8; it was cut off: write it again");
        }
        byte[] eight = Channels.newInputStream(channel).readNBytes(Long.BYTES);
        long length = ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST) {
            throw new ArrayFileException(
                    file,
                    "says its header has " + Long.toUnsignedString(length) + " bytes; expected 2 to " + LONGEST
                            + "; it is not a safetensors file");
        }
        if (length > left) {
            throw new ArrayFileException(
                    file, "ends inside its header of " + length + " bytes; it was cut off: write it again");
        }
        byte[] json = Channels.newInputStream(channel).readNBytes((int) length);
        return new SafetensorsCheck(file).header(json, left - length);
    }
}
