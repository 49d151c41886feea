package dev.vitrine.engine.op.reduce;

import dev.vitrine.engine.op.GoldenCase;
import dev.vitrine.engine.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;

/** Shapes and axes that every reduction is tried on. */
final class ReduceSamples {
    /** Axes, what must come out, and what goes in. */
    record Case(Axes axes, Shape y, int... x) {
        @Override
        public String toString() {
            return Shape.of(x) + " over " + (axes.axes().isEmpty() ? "all" : axes.axes()) + " " + axes.dims();
        }
    }

    private ReduceSamples() {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(Axes.all(), Shape.of()),
                new Case(Axes.all(), Shape.of(), 1),
                new Case(Axes.all(), Shape.of(), 37),
                new Case(Axes.all().keepDims(), Shape.of(1, 1, 1), 2, 3, 19),
                new Case(Axes.of(0), Shape.of(), 131),
                new Case(Axes.of(0), Shape.of(35), 3, 35),
                new Case(Axes.of(1), Shape.of(3), 3, 35),
                new Case(Axes.of(-1).keepDims(), Shape.of(3, 1), 3, 17),
                new Case(Axes.of(-2).keepDims(), Shape.of(1, 17), 3, 17),
                new Case(Axes.of(1), Shape.of(2, 5), 2, 3, 5),
                new Case(Axes.of(0, 2), Shape.of(3), 2, 3, 33),
                new Case(Axes.of(2, 0).keepDims(), Shape.of(1, 3, 1), 4, 3, 5),
                new Case(Axes.of(1, -1), Shape.of(2), 2, 5, 16),
                new Case(Axes.of(1), Shape.of(5), 5, 1),
                new Case(Axes.of(1), Shape.of(1, 1, 21), 1, 3, 1, 21),
                new Case(Axes.of(1, 3), Shape.of(2, 4), 2, 3, 4, 5),
                new Case(Axes.of(0, 2), Shape.of(3, 18), 2, 3, 4, 18),
                new Case(Axes.of(0, 2, 4), Shape.of(2, 3), 2, 2, 3, 3, 2),
                new Case(Axes.of(1, 3, 5), Shape.of(2, 2, 2), 2, 3, 2, 2, 2, 3),
                new Case(Axes.of(0, 2, 4, 6), Shape.of(2, 2, 2, 2), 2, 2, 2, 2, 2, 2, 2, 2),
                // Axes of size 1 are no pieces, however many there are.
                new Case(Axes.of(1, 3, 5, 7), Shape.of(2, 2, 2, 2, 2), 2, 1, 2, 1, 2, 1, 2, 1, 2));
    }

    /** The axes of a row of a golden table: {@code all} or whole numbers, and whether they are kept. */
    static Axes axes(GoldenCase.Given given) {
        int[] numbers = given.word("axes").equals("all")
                ? new int[0]
                : Arrays.stream(given.word("axes").split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        Axes axes =
                numbers.length == 0 ? Axes.all() : Axes.of(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
        return given.word("dims").equals("kept") ? axes.keepDims() : axes;
    }
}
