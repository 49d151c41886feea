package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The state of training at one moment: {@code NAME.json} and the arrays it names, {@code NAME-<hash>.safetensors}.
 *
 * <p>The arrays are written first, under a name made of their content; then the JSON file is replaced in one move, and
 * arrays that it no longer names are deleted. So whenever the process is killed, {@code NAME.json} names arrays that are
 * whole.
 *
 * @param network what the arrays belong to: the layers with their options
 * @param training numbers and words that a resumed run needs, as the step and the best score; what JSON can hold. Whole
 *     numbers are read as {@code Integer} or {@code Long}, others, infinite ones too, as {@code Double}
 * @param arrays by path
 */
public record Checkpoint(List<Layer> network, Map<String, Object> training, Map<String, HostArray> arrays) {
    /** Copies the list and the maps. */
    public Checkpoint {
        network = List.copyOf(network);
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /**
     * One layer in words.
     *
     * @param path as in {@code features.0}
     * @param type as in {@code Conv1d}
     * @param options as in {@code kernel_size=3}, sorted
     */
    public record Layer(String path, String type, Map<String, Object> options) {
        /** Sorts the options: equal networks make equal files. */
        public Layer {
            Objects.requireNonNull(path);
            Objects.requireNonNull(type);
            options = Collections.unmodifiableMap(new TreeMap<>(options));
        }
    }

    /**
     * Writes the checkpoint {@code name} in {@code folder}, in place of an older one of that name. There must be one
     * writer of a name at a time; there may be readers.
     *
     * @throws IOException if the folder is missing, full or cannot be written; the older one is then still there
     */
    public void write(Path folder, String name, Precision precision) throws IOException {
        Safetensors content = new Safetensors(arrays, Map.of());
        Sha256 hash = Sha256.of(out -> content.write(out, precision));
        Path file = folder.resolve(name + "-" + hash.hex().substring(0, 12) + ".safetensors");
        boolean known = Files.exists(file);
        content.write(file, precision);
        try {
            byte[] json = new CheckpointDescription(
                            CheckpointDescription.VERSION,
                            network,
                            training,
                            file.getFileName().toString(),
                            hash.bytes(),
                            hash.hex())
                    .json();
            AtomicFile.write(json(folder, name), out -> out.write(json));
        } catch (IOException | RuntimeException e) {
            if (!known) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
        deleteLeftovers(json(folder, name), file);
    }

    private static Path json(Path folder, String name) {
        return folder.resolve(name + ".json");
    }

    /** What the arrays' file beside a JSON file may be called. */
    static Pattern arraysFile(Path json) {
        return Pattern.compile(quotedName(json) + "-[0-9a-f]{12}\\.safetensors");
    }

    private static String quotedName(Path json) {
        return Pattern.quote(json.getFileName().toString().replaceFirst("\\.json$", ""));
    }

    /** Older arrays, and what killed processes had begun. */
    private static void deleteLeftovers(Path json, Path kept) {
        Pattern older = arraysFile(json);
        Pattern begun =
                Pattern.compile("\\." + quotedName(json) + "(\\.json|-[0-9a-f]{12}\\.safetensors)\\.[0-9]+\\.part");
        try (Stream<Path> files = Files.list(json.toAbsolutePath().getParent())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (begun.matcher(name).matches()
                        || (older.matcher(name).matches() && !file.endsWith(kept.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // The new checkpoint is whole; the next one tries again.
        }
    }

    /** True if there is a checkpoint {@code name} in {@code folder}, whole or not. */
    public static boolean exists(Path folder, String name) {
        return Files.exists(json(folder, name));
    }

    /**
     * Reads the checkpoint {@code name} in {@code folder}, also while it is being replaced.
     *
     * @throws CheckpointException if it is missing, cut off, altered or of a newer format
     * @throws IOException if it cannot be read
     */
    public static Checkpoint read(Path folder, String name) throws IOException {
        CheckpointDescription description = CheckpointDescription.read(json(folder, name));
        while (true) {
            Path file = folder.resolve(description.arrays());
            try (FileChannel channel = FileChannel.open(file)) {
                return read(file, channel, description);
            } catch (NoSuchFileException e) {
                CheckpointDescription newer = CheckpointDescription.read(json(folder, name));
                if (newer.arrays().equals(description.arrays())) {
                    throw new CheckpointException(
                            file, "is missing; expected it beside " + name + ".json; copy both files of a checkpoint");
                }
                description = newer;
            }
        }
    }

    private static Checkpoint read(Path file, FileChannel channel, CheckpointDescription description)
            throws IOException {
        Sha256 found = Sha256.of(channel);
        description.requireWritten(file, found.bytes(), found.hex());
        try {
            Map<String, HostArray> arrays =
                    Safetensors.read(file, channel.position(0)).arrays();
            return new Checkpoint(description.network(), description.training(), arrays);
        } catch (ArrayFileException e) {
            throw new CheckpointException(e);
        }
    }

    /**
     * Makes sure that the arrays are those of a network, no more and no less.
     *
     * @param folder for messages
     * @param name for messages
     * @param expected the shapes of all arrays by path
     * @throws CheckpointException naming the first array that is missing, has another shape or is not expected
     */
    public void requireShapes(Path folder, String name, Map<String, Shape> expected) throws CheckpointException {
        for (Map.Entry<String, Shape> entry : expected.entrySet()) {
            HostArray array = arrays.get(entry.getKey());
            if (array == null) {
                throw anotherNetwork(folder, name, "no array " + entry.getKey(), entry.getValue());
            }
            if (!array.shape().equals(entry.getValue())) {
                throw anotherNetwork(folder, name, "array " + entry.getKey() + " " + array.shape(), entry.getValue());
            }
        }
        for (Map.Entry<String, HostArray> entry : arrays.entrySet()) {
            if (!expected.containsKey(entry.getKey())) {
                String found =
                        "array " + entry.getKey() + " " + entry.getValue().shape();
                throw anotherNetwork(folder, name, found, "none of that name");
            }
        }
    }

    private static CheckpointException anotherNetwork(Path folder, String name, String found, Object expected) {
        return new CheckpointException(
                json(folder, name),
                "is of another network: it has " + found + "; expected " + expected
                        + "; take a checkpoint of this network");
    }
}
