package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;

/** Shapes that meet in an op of two arguments, for the tests of each such op. */
record BroadcastPairs(String op, Call call) {
    /** Terms of the longest sum over repetitions. */
    static final int LONGEST_SUM = 80;

    /** The op. */
    interface Call {
        Tensor of(Tensor a, Tensor b);
    }

    /** Draws the values of a and b. */
    interface Draw {
        Sample.Builder of(Sample.Builder sample, int[] a, int[] b);
    }

    private record Pair(Shape a, Shape b, Shape y) {}

    private static Pair pair(int[] a, int[] b, int... y) {
        return new Pair(Shape.of(a), Shape.of(b), Shape.of(y));
    }

    private static int[] of(int... sizes) {
        return sizes;
    }

    private static List<Pair> pairs() {
        return List.of(
                pair(of(), of()),
                pair(of(1), of(), 1),
                pair(of(17), of(17), 17),
                pair(of(2, 3, 7), of(2, 3, 7), 2, 3, 7),
                pair(of(37), of(), 37),
                pair(of(), of(5, 16), 5, 16),
                pair(of(3, 1), of(1, 5), 3, 5),
                pair(of(5, 3), of(3), 5, 3),
                pair(of(4, 3, 19), of(3, 1), 4, 3, 19),
                pair(of(2, 1, 33), of(2, 3, 1), 2, 3, 33));
    }

    /** Many axes; every number of axes is a program of its own, so one op has them for all. */
    private static List<Pair> pairsOfManyAxes() {
        return List.of(
                pair(of(1, 1, 1), of(2, 3, 5), 2, 3, 5),
                pair(of(2, 1, 3, 1, 2, 1), of(1, 3, 1, 2, 1, 5), 2, 3, 3, 2, 2, 5),
                pair(of(3, 1, 2, 1), of(7, 1, 17), 3, 7, 2, 17));
    }

    List<Sample> samples(Draw draw) {
        return pairs().stream().map(pair -> sample(pair, draw)).toList();
    }

    List<Sample> samplesOfManyAxes(Draw draw) {
        return pairsOfManyAxes().stream().map(pair -> sample(pair, draw)).toList();
    }

    private Sample sample(Pair pair, Draw draw) {
        return draw.of(Sample.named(pair.a + " and " + pair.b), pair.a.toArray(), pair.b.toArray())
                .gives(pair.y, in -> call.of(in.get(0), in.get(1)));
    }

    /** Shapes that do not meet. */
    List<ErrorSample> errorSamples() {
        return List.of(
                refused(of(3, 4), of(2, 4), "shapes [3, 4] and [2, 4] do not broadcast: axis -2 has 3 and 2;"),
                refused(of(5), of(2, 3), "shapes [5] and [2, 3] do not broadcast: axis -1 has 5 and 3;"));
    }

    private ErrorSample refused(int[] a, int[] b, String message) {
        return new ErrorSample(
                Shape.of(a) + " and " + Shape.of(b),
                d -> call.of(Tensor.zeros(d, a), Tensor.zeros(d, b)),
                op + ": " + message + " they must be equal, or one of them 1");
    }
}
