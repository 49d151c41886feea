package dev.vitrine.audio.tfrecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A {@code tf.Example}: named features.
 *
 * <p>Source: tensorflow/core/example/example.proto and feature.proto.
 *
 * @param features by name, sorted
 */
public record Example(Map<String, Values> features) {
    public Example {
        features = Collections.unmodifiableMap(new TreeMap<>(features));
    }

    /**
     * Reads a record's bytes.
     *
     * @throws ExampleException if they are no such message
     */
    public static Example parse(byte[] record) throws ExampleException {
        try {
            return new Example(Wire.example(record));
        } catch (ExampleException e) {
            throw e;
        } catch (IOException e) {
            throw new ExampleException("the record is no tf.Example: " + e.getMessage());
        }
    }

    /** The record's bytes. */
    public byte[] bytes() {
        return WireWriter.message(out -> WireWriter.features(out, Wire.FEATURES, features));
    }

    /**
     * The only text of a feature.
     *
     * @throws ExampleException if it is missing, or is something else
     */
    public String text(String name) throws ExampleException {
        if (of(name) instanceof Values.Bytes bytes && bytes.count() == 1) {
            return new String(bytes.items().get(0), StandardCharsets.UTF_8);
        }
        throw unlike(name, "one string");
    }

    /** The only whole number of a feature. */
    public long number(String name) throws ExampleException {
        if (of(name) instanceof Values.Longs longs && longs.count() == 1) {
            return longs.items()[0];
        }
        throw unlike(name, "one whole number");
    }

    /** The only text or whole number of a feature, as a word. */
    public String word(String name) throws ExampleException {
        return of(name) instanceof Values.Longs ? Long.toString(number(name)) : text(name);
    }

    /** The whole numbers of a feature. */
    public long[] numbers(String name) throws ExampleException {
        if (of(name) instanceof Values.Longs longs) {
            return longs.items();
        }
        throw unlike(name, "whole numbers");
    }

    /** The float32 numbers of a feature. */
    public float[] floats(String name) throws ExampleException {
        if (of(name) instanceof Values.Floats floats) {
            return floats.items();
        }
        throw unlike(name, "float32 numbers");
    }

    private Values of(String name) throws ExampleException {
        Values values = features.get(name);
        if (values == null) {
            throw new ExampleException("no feature " + name + " among " + new TreeSet<>(features.keySet()));
        }
        return values;
    }

    private ExampleException unlike(String name, String expected) throws ExampleException {
        Values values = of(name);
        return new ExampleException("feature " + name + " holds " + values.count() + " "
                + values.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "; expected " + expected);
    }
}
