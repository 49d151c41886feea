package dev.vitrine.experiments.model;

import dev.vitrine.engine.tensor.Shape;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a network looks at.
 *
 * @param shape of one item, without the batch axis
 * @param meaning in words
 * @param stepMilliseconds time from one place on the last axis to the next; empty where that axis is not time
 */
public record Input(Shape shape, String meaning, OptionalDouble stepMilliseconds) {
    static Input of(Shape shape, String meaning) {
        return new Input(shape, meaning, OptionalDouble.empty());
    }

    static Input inTime(Shape shape, String meaning, double stepMilliseconds) {
        return new Input(shape, meaning, OptionalDouble.of(stepMilliseconds));
    }

    /** The shape of {@code batch} items. */
    public Shape batch(int batch) {
        return Shape.of(IntStream.concat(IntStream.of(batch), Arrays.stream(shape.toArray()))
                .toArray());
    }
}
