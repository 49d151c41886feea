package dev.vitrine.engine.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays in one file that every framework reads: 8 bytes with the length of the header, a JSON header with type,
 * shape and place of each array, then the numbers.
 *
 * <p>Source: the format as described by its authors, github.com/huggingface/safetensors, README, "Format".
 *
 * @param arrays by name, in the order of the header
 * @param metadata words about them, in the order of the header
 */
public record Safetensors(Map<String, HostArray> arrays, Map<String, String> metadata) {
    /** Copies both maps. */
    public Safetensors {
        if (arrays.containsKey(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("an array cannot be called " + SafetensorsHeader.METADATA);
        }
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Writes all arrays in their order.
     *
     * @throws IOException if the folder is missing, full or cannot be written
     * @throws IllegalArgumentException if a number does not fit a whole-number {@code precision}
     */
    public void write(Path file, Precision precision) throws IOException {
        AtomicFile.write(file, out -> write(out, precision));
    }

    void write(OutputStream out, Precision precision) throws IOException {
        out.write(SafetensorsHeader.of(this, precision).bytes());
        for (HostArray array : arrays.values()) {
            Numbers.write(out, array.values(), precision);
        }
    }

    /**
     * Reads all arrays. Numbers are exact; of a float32 not-a-number only that it is one is certain.
     *
     * @throws ArrayFileException if the file is something else, is not whole, or holds numbers that are of no
     *     {@link Precision}
     * @throws IOException if it cannot be read
     */
    public static Safetensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(file, channel);
        } catch (NoSuchFileException e) {
            throw ArrayFileException.missing(file);
        }
    }

    static Safetensors read(Path file, FileChannel channel) throws IOException {
        SafetensorsHeader header = SafetensorsHeader.read(file, channel);
        long numbers = channel.position();
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, SafetensorsHeader.Place> entry : header.places().entrySet()) {
            SafetensorsHeader.Place place = entry.getValue();
            channel.position(numbers + place.begin());
            arrays.put(entry.getKey(), array(file + ": " + entry.getKey(), channel, place));
        }
        return new Safetensors(arrays, header.metadata());
    }

    private static HostArray array(String name, FileChannel channel, SafetensorsHeader.Place place) throws IOException {
        try {
            int count = place.shape().elements();
            double[] values = Numbers.read(Channels.newInputStream(channel), count, place.precision());
            return new HostArray(place.shape(), values);
        } catch (ArithmeticException e) {
            throw new ArrayFileException(name, e.getMessage() + "; save it as float64");
        }
    }
}
