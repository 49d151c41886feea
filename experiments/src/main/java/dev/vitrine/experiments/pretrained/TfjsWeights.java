package dev.vitrine.experiments.pretrained;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the weights of a model saved for TensorFlow.js: {@code model.json} names files of little-endian float32 and, for
 * each, the arrays that follow one another in it.
 */
final class TfjsWeights {
    private static final String MODEL = "model.json";

    private final Path folder;
    private final Map<String, HostArray> arrays = new HashMap<>();

    private TfjsWeights(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a folder.
     *
     * @throws IOException if a file is missing, or not as {@code model.json} says; one line
     */
    static TfjsWeights read(Path folder) throws IOException {
        Path model = folder.resolve(MODEL);
        if (!Files.isRegularFile(model)) {
            throw new IOException(folder + ": no " + MODEL + " in it; expected the folder of a TensorFlow.js model");
        }
        TfjsWeights weights = new TfjsWeights(folder);
        for (JsonNode group : manifest(model)) {
            weights.readGroup(group);
        }
        return weights;
    }

    private static JsonNode manifest(Path model) throws IOException {
        try {
            JsonNode manifest =
                    JsonMapper.shared().readTree(Files.readAllBytes(model)).path("weightsManifest");
            if (!manifest.isArray()) {
                throw new IOException(model + ": no list weightsManifest in it");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IOException(model + ": not JSON", e);
        }
    }

    private void readGroup(JsonNode group) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(group.path("paths"))).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode array : group.path("weights")) {
            String name = array.path("name").asString("");
            if (!array.path("dtype").asString("").equals("float32")) {
                throw new IOException(folder + ": " + name + " is " + array.path("dtype") + "; expected float32");
            }
            int[] sizes = new int[array.path("shape").size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = array.path("shape").get(i).asInt();
            }
            arrays.put(name, values(name, Shape.of(sizes), bytes));
        }
        if (bytes.hasRemaining()) {
            throw new IOException(folder + ": " + group.path("paths") + " has " + bytes.remaining()
                    + " bytes more than " + MODEL + " says");
        }
    }

    private byte[] bytes(JsonNode paths) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (JsonNode path : paths) {
            Path file = folder.resolve(path.asString("")).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                throw new IOException(folder + ": no " + path.asString("") + " in it, which " + MODEL + " names");
            }
            all.write(Files.readAllBytes(file));
        }
        return all.toByteArray();
    }

    private HostArray values(String name, Shape shape, ByteBuffer bytes) throws IOException {
        double[] values = new double[shape.elements()];
        if (bytes.remaining() < (long) values.length * Float.BYTES) {
            throw new IOException(folder + ": " + name + " is cut off: " + shape + " needs " + values.length
                    + " numbers, " + bytes.remaining() / Float.BYTES + " are left");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getFloat();
        }
        return new HostArray(shape, values);
    }

    /** The array of that name. */
    HostArray array(String name) throws IOException {
        HostArray array = arrays.get(name);
        if (array == null) {
            throw new IOException(folder + ": no array " + name + " in it; expected the model Darknet Tiny");
        }
        return array;
    }
}
