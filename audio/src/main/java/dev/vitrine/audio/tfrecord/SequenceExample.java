package dev.vitrine.audio.tfrecord;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A {@code tf.SequenceExample}: named features of the whole, and named lists of features, one for each step in time.
 *
 * <p>Source: tensorflow/core/example/example.proto.
 *
 * @param context of the whole
 * @param lists by name, sorted
 */
public record SequenceExample(Example context, Map<String, List<Values>> lists) {
    public SequenceExample {
        TreeMap<String, List<Values>> copy = new TreeMap<>();
        lists.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        lists = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a record's bytes.
     *
     * @throws ExampleException if they are no such message
     */
    public static SequenceExample parse(byte[] record) throws ExampleException {
        try {
            return Wire.sequence(record);
        } catch (ExampleException e) {
            throw e;
        } catch (IOException e) {
            throw new ExampleException("the record is no tf.SequenceExample: " + e.getMessage());
        }
    }

    /** The record's bytes. */
    public byte[] bytes() {
        return WireWriter.message(out -> {
            WireWriter.features(out, Wire.CONTEXT, context.features());
            WireWriter.lists(out, lists);
        });
    }

    /**
     * The byte strings of a list, one for each step.
     *
     * @throws ExampleException if there is no such list, or a step holds something else
     */
    public List<byte[]> byteSteps(String name) throws ExampleException {
        List<Values> list = lists.get(name);
        if (list == null) {
            throw new ExampleException("no feature list " + name + " among " + new TreeSet<>(lists.keySet()));
        }
        List<byte[]> steps = new ArrayList<>();
        for (Values values : list) {
            if (!(values instanceof Values.Bytes bytes) || bytes.count() != 1) {
                throw new ExampleException(
                        "step " + steps.size() + " of " + name + " does not hold one string of bytes");
            }
            steps.add(bytes.items().get(0));
        }
        return steps;
    }
}
