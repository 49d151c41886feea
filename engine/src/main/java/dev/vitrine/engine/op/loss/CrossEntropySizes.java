package dev.vitrine.engine.op.loss;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The axis sizes of one call of {@link CrossEntropy}, checked. Example m = n * p + position.
 *
 * @param n batch
 * @param c classes
 * @param p positions of one item: the product of the axes after the classes, 1 for [N, C]
 */
record CrossEntropySizes(int n, int c, int p) {
    static CrossEntropySizes of(Shape logits, Shape targets, @Nullable Shape weight) {
        if (logits.rank() < 2) {
            throw new IllegalArgumentException("cross_entropy: logits must be [N, C] or [N, C, *], got " + logits);
        }
        Shape wanted = withoutClasses(logits);
        if (!targets.equals(wanted)) {
            throw new IllegalArgumentException("cross_entropy: targets must be " + wanted + " for logits " + logits
                    + ", got " + targets + "; they hold the number of a class and have no axis for classes");
        }
        if (weight != null && !weight.equals(Shape.of(logits.size(1)))) {
            throw new IllegalArgumentException("cross_entropy: class weights must be [" + logits.size(1)
                    + "], one for each class of logits " + logits + ", got " + weight);
        }
        return new CrossEntropySizes(logits.size(0), logits.size(1), wanted.elements() / logits.size(0));
    }

    private static Shape withoutClasses(Shape logits) {
        return Shape.of(IntStream.range(0, logits.rank())
                .filter(axis -> axis != 1)
                .map(logits::size)
                .toArray());
    }

    /** The number of examples, M. */
    int examples() {
        return n * p;
    }

    /** Where the logit of example m for class {@code k} lies. */
    int at(int m, int k) {
        return (m / p * c + k) * p + m % p;
    }

    /** Refuses targets that are no class, naming the first. Reads them unless the host knows that they are classes. */
    void requireClasses(Tensor targets) {
        if (targets.knowsClassesBelow(c)) {
            return;
        }
        double[] values = targets.toDoubles();
        for (int m = 0; m < values.length; m++) {
            double value = values[m];
            if (!(value >= 0 && value < c && value == Math.rint(value))) {
                throw new IllegalArgumentException("cross_entropy: targets[" + place(targets.shape(), m) + "] is "
                        + (value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value))
                        + ", which is no class; classes are whole numbers from 0 to " + (c - 1));
            }
        }
    }

    private static String place(Shape shape, int index) {
        int[] coordinates = new int[shape.rank()];
        int rest = index;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            coordinates[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return Arrays.stream(coordinates).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }
}
